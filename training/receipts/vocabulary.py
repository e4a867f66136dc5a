"""Words of payments: names, concepts, phone prefixes. All combinations are random."""

PHONE_PREFIXES = "0412 0412 0414 0414 0424 0424 0416 0426 0422".split()

FIRST_NAMES = """
JOSE MARIA LUIS CARMEN JUAN ANA PEDRO ROSA CARLOS LUISA JESUS YOLANDA MIGUEL GLADYS RAFAEL MARITZA FRANCISCO ELENA MANUEL
MIRIAM ANTONIO TERESA VICTOR BELKIS ALBERTO XIOMARA RAMON NANCY ANGEL MILAGROS JORGE ALEJANDRA EDUARDO GABRIELA DANIEL ANDREA
DAVID PATRICIA FERNANDO DANIELA JAVIER VALENTINA RICARDO ISABEL ROBERTO VERONICA HECTOR ADRIANA ENRIQUE YULEIMA GUSTAVO KATIUSKA
OSCAR YESENIA NELSON MARIELA WILMER YAMILETH FREDDY DAYANA RICHARD KARINA HENRY NORELYS EDGAR YUSMARY WILLIAMS MAIRA ALEXANDER
ESTEFANIA LEONARDO GENESIS ORLANDO MICHELLE JULIO BARBARA CESAR ZULAY FELIX OMAIRA SIMON INGRID ELIEZER JOHANA YORMAN DUBRASKA
ANDRÉS SOFÍA JESÚS BEGOÑA MARÍA JOSÉ RAÚL MÓNICA ÁNGEL LUCÍA IVÁN INÉS MARTÍN NOEMÍ RUBÉN ÚRSULA
""".split()

LAST_NAMES = """
GONZALEZ RODRIGUEZ PEREZ HERNANDEZ GARCIA MARTINEZ LOPEZ DIAZ SANCHEZ RAMIREZ RIVAS ROJAS TORRES FLORES GOMEZ FERNANDEZ BLANCO
MORENO SUAREZ JIMENEZ MEDINA ROMERO MENDOZA GUTIERREZ ALVAREZ CASTILLO MARQUEZ CASTRO SALAZAR MORALES ORTIZ GUERRERO PARRA VARGAS
CONTRERAS COLMENARES SILVA ACOSTA BRICENO CHACON URDANETA MOLINA QUINTERO ZAMBRANO ROSALES PINTO CEDEÑO PEÑA ZERPA VILLEGAS LUGO
BRAVO NAVARRO OCHOA AGUILERA MATA MARCANO RONDON BARRIOS CAMACHO LEAL VIVAS GIL PACHECO VELASQUEZ TOVAR ARIAS SOTO CARRILLO
ESCALONA PALENCIA YANEZ UZCATEGUI GRATEROL BELLO MUJICA LINARES FIGUEROA NUÑEZ OROPEZA COLINA BASTIDAS AZUAJE HIDALGO ARTEAGA
FUENMAYOR ESPINOZA MONTILLA GUÉDEZ VALERA CORDERO SEQUERA APONTE DUARTE MÁRQUEZ GÓMEZ LEÓN IBÁÑEZ PÉREZ MÉNDEZ BRICEÑO
""".split()

COMPANIES = """
INVERSIONES|BODEGON|DISTRIBUIDORA|COMERCIAL|MULTISERVICIOS|FARMACIA|PANADERIA|FERRETERIA|CORPORACION|AUTO PARTES|AGENCIA|LICORERIA
""".strip().split(
    "|"
)

COMPANY_NAMES = """
EL SOL|LA ESQUINA|LOS ANDES|SAN RAFAEL|LA FORTUNA|EL AVILA|MI TIERRA|DOS HERMANOS|EL CARMEN|LA GUAIRA|ORIENTE|LAS MERCEDES|EL TURPIAL
""".strip().split(
    "|"
)

CONCEPTS = (
    """
pago|Pago|PAGO|pago movil|PAGO MOVIL|Pago móvil|abono|Abono|ABONO|almuerzo|Almuerzo|cena|transporte|Transporte|carrera taxi|rifa|Rifa|RIFA
sorteo|Sorteo A|sorteo b|bingo|BINGO|Bingo|carton|cartones|ticket|tickets|terminal|TERMINAL|animalitos|loteria|LOTERIA|jugada|Jugada
polla|polla hípica|cuota|Cuota 2|cuota 3 de 6|prestamo|Préstamo|deuda|varios|VARIOS|Varios|servicio|Servicio de internet|internet
recarga|saldo|mercado|Mercado|comida|medicina|medicinas|farmacia|regalo|Regalo|cumpleaños|colegio|mensualidad|Mensualidad julio
condominio|alquiler|Alquiler|repuesto|repuestos|gasolina|pasaje|pasajes|queso|carne|pollo|pan|harina|verduras|café|cafe|dulces|torta|helado
uña|uñas|peluqueria|barbería|ropa|zapatos|zapato niña|camisa|franela|gorra|bolso|perfume|crema|telefono|cargador|forro|audifonos|tasa del dia
cancelado|cancelo|transferencia|Transferencia|envio|Envío|entrega|delivery|Delivery|pedido|Pedido 14|factura|Factura 0231|fact 1182|orden 77
ayuda|colaboración|donativo|ofrenda|diezmo|gracias|Gracias|Dios te bendiga|te quiero|feliz dia|mamá|papa|hermano|hija|compañera|señora ana
adelanto|nomina|quincena|trabajo|reparacion|Reparación nevera|electricidad|agua|gas|bombona|llave|pintura|cemento|bloques|cabillas|flete
""".strip()
    .replace("\n", "|")
    .split("|")
)

NICKNAMES = """
maria|jose|luis|la negra|pedro|chuo|yuli|nena|beto|carlitos|rosi|maikel|gaby|toto|andre|wil|mary|paola|el catire|jhon|vane|kari|dani|leo
""".strip().split(
    "|"
)

GAMES = "sorteo rifa bingo carton ticket terminal jugada numero numeros serie".split()

MAIL_HOSTS = "gmail.com hotmail.com outlook.com yahoo.com icloud.com".split()
