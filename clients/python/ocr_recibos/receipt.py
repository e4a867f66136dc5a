"""A receipt to be uploaded."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Optional, Union


@dataclass(frozen=True)
class Receipt:
    """An image (PNG, JPEG, WebP or HEIC) with the message that it came with.

    ``numerosorteo``: ``A``–``Z`` or one or two digits. ``fechasorteo``: a date, or ``YYYYMMDD``. ``id_whatsapp`` ends in
    ``@lid``. ``nombre``: 2–50 characters. ``horamin``: a time, or ``HH-MM``.
    """

    content: bytes
    file_name: str
    numerosorteo: str
    fechasorteo: Union[str, datetime.date]
    id_whatsapp: str
    nombre: str
    horamin: Union[str, datetime.time]
    caption: Optional[str] = None
    otro: Optional[str] = None

    @classmethod
    def from_file(cls, path: Union[str, Path], **metadata: Any) -> "Receipt":
        """Reads the image; the further arguments are those of the class."""
        return cls(Path(path).read_bytes(), Path(path).name, **metadata)

    def fields(self) -> Dict[str, str]:
        """The form fields, by their documented names."""
        date, hour = self.fechasorteo, self.horamin
        fields = {
            "numerosorteo": self.numerosorteo,
            "fechasorteo": date if isinstance(date, str) else date.strftime("%Y%m%d"),
            "idWhatsapp": self.id_whatsapp,
            "nombre": self.nombre,
            "horamin": hour if isinstance(hour, str) else hour.strftime("%H-%M"),
        }
        optional = {"caption": self.caption, "otro": self.otro}
        return {**fields, **{name: value for name, value in optional.items() if value is not None}}
