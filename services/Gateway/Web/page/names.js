// Parses draw, sender and hour from a stored name: 20250711-A--12345678901@lid_Ana_14-30.jpg
const storedName = /^(\d{4})(\d\d)(\d\d)-([A-Z]|\d{1,2})--([^_]+@lid)_(.+?)_(\d\d)-(\d\d)(?:_\d{1,6})?\.(?:png|jpe?g|webp|hei[cf])$/i;

/** Values of a name in the form of the inputs; null for an unknown form. */
export function readName(name) {
  const parts = storedName.exec(name);
  return parts && {
    fechasorteo: `${parts[1]}-${parts[2]}-${parts[3]}`, numerosorteo: parts[4].toUpperCase(), idWhatsapp: parts[5], nombre: parts[6], horamin: `${parts[7]}:${parts[8]}`,
  };
}
