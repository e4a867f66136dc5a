"""Words that receipts print: labels, banks, chrome, names, and everyday Spanish."""

LABELS = """Número de referencia|Numero de referencia:|NUMERO DE REFERENCIA:|NÚMERO DE REFERENCIA|Nro. de referencia:|Nro. Referencia|Referencia:|Ref.|Ref:|Operación:|
Nro. Operación|N° operación|Nº|N°|Nro.|Comprobante|Comprobante de operación|Comprobante de Pago|Comprobante Nro.|Transacción|Nro. de Aprobación:|Cód. Transferencia|
Secuencia|Código autorizador:|Lote|Terminal|Afiliado|Monto|Monto:|Monto (Bs.):|Monto de la operación|MONTO DE LA OPERACIÓN:|Monto en Bolivares|Se Envió (Bs.)|Monto Enviado|
Importe|Total|Total:|Total pagado|Comisión:|Total debitado|Tasa de Cambio|Precio unitario|IVA|Subtotal|Saldo|Fecha|Fecha:|FECHA:|Fecha y hora|Fecha y hora del envío:|
Fecha de operación|Fecha de emisión|Fecha de pago|Hora:|Destino:|Número celular:|NÚMERO CELULAR DE ORIGEN|NÚMERO CELULAR DE DESTINO|TELF BENEFICIARIO:|Teléfono Celular|
Número de teléfono|Teléfono:|Celular destino|Beneficiario:|Al beneficiario|Identificación:|IDENTIFICACIÓN RECEPTOR|Documento de identidad:|CI /RIF BENEFICIARIO:|CI/RIF|C.I.|
Cedula Beneficiario|Cédula de identidad / RIF|Cédula:|Banco:|BANCO:|Banco destino:|Banco receptor|BANCO EMISOR|BANCO RECEPTOR|Banco origen|Destinatario:|Recibe|A nombre de|
Nombre|Origen:|Instrumento origen:|Instrumento destino:|Cuenta origen:|Cuenta debitada:|Cuenta Pagadora|Desde mi cuenta|Cuenta destino|Número de cuenta|NÚMERO DE CUENTA|
Concepto:|CONCEPTO:|Concepto|Motivo:|Descripción|Detalle|Mensaje|Por concepto de|Observaciones|Cta. Ahorro|Cta. Corriente BNC:|Cuenta de Ahorro -|Cuenta Corriente|
Order ID|Pay ID|ID de la orden|Número de Orden|Contraparte|Método de Pago|Fecha de Creación|Confirmation Number|Reference|Amount|Monto Fiat|Cantidad|Red""".replace("\n", "").split("|")

CHROME = """PagomóvilBDV|PagomóvilBDV Personas|Personas|BDV Personas|Transacción exitosa|Transaccion exitosa|Crear Acceso directo|Envío de Tpago|Operación realizada|
La información mostrada en esta página es confidencial|¡Listo!|Tu Tpago fue exitoso|Tpago Realizado|El dinero fue enviado|Dinero Rápido|BBVA Provincial|BBVA|
Su pago móvil ha sido Ejecutado exitosamente|Emitir Pago|Realizar otro pago|CUENTAS|TARJETAS|PAGOS|DIVISAS|Recibo|¡Operación Exitosa!|En breve le llegará un SMS|
Agregar a Pagos Frecuentes|Aceptar|Compartir|Transacción 100% Pago Móvil|PAGO REALIZADO EXITOSAMENTE|Enviaste dinero|Orden Completada|Pago móvil|Pago Móvil Interbancario|
Volver|Inicio|Salir|Guardar|Descargar|Detalles de la operación|Comprobante|Pago exitoso|Finalizar|Nuevo pago|Movimientos|Transferencias|Hoy|Ayer|Ver más|¿Deseas guardar?|
Continuar|Cancelar|Cerrar|Imprimir|Enviar|LTE|4G|5G|VPN|WhatsApp|Tú|en línea|Mensaje|Reenviado|Saldo disponible|Ejecutado|Fallida|Rechazada|Procesando|Exitoso|
Bs.|Bs|BS|Bs.S|Bs.D|BsD|VES|VED|USD|USDT|$|€|SMS|Zinli|Zelle|Binance|Pay|Wally|Ubii""".replace("\n", "").split("|")

BANKS = """Banco de Venezuela|BANCO DE VENEZUELA|BANCO VENEZUELA|BDV|VENEZUELA|Banco Venezolano de Crédito|Mercantil|BANCO MERCANTIL|Banco Mercantil, C.A. S.A.C.A. Banco Universal|
MERCANTIL|BBVA PROVINCIAL|BANCO PROVINCIAL|Provincial|Provinet|Bancaribe|BANCARIBE|BANCO DEL CARIBE|Banco Exterior|EXTERIOR|BOD|BANCO OCCIDENTAL DE DESCUENTO|CARONI|BANCO CARONÍ|
Banesco|BANESCO|BANESCO BANCO UNIVERSAL S.A.C.A.|Banesco Banco Universal S.a.c.a.|BANCO SOFITASA|BANCO PLAZA|Bangente|BFC Banco Fondo Común|FONDO COMUN|100% BANCO|100%Banco|
DELSUR BANCO UNIVERSAL|DEL SUR|BANCO DEL TESORO|Tesoro|BANCO AGRICOLA DE VENEZUELA|BANCRECER|MIBANCO|R4 BANCO MICROFINANCIERO C.A.|BANCO ACTIVO|BANCAMIGA|
BANCAMIGA BANCO UNIVERSAL, C.A.|Bancamiga Banco Universal|BANPLUS|Banplus|BANCO BICENTENARIO|BANCO DIGITAL DE LOS TRABAJADORES, BANCO UNIVERSAL|BANFANB|
N58 BANCO DIGITAL BANCO MICROFINANCIERO S A|CITIBANK|BNC|BANCO NACIONAL DE CREDITO|Banco Nacional de Crédito|NAC.CREDIT|IMCP|BID|BANCO INTERNACIONAL DE DESARROLLO""".replace("\n", "").split("|")

NAMES = """José María Luis Ana Carlos Carmen Juan Rosa Pedro Luz Miguel Elena Jesús Yolanda Rafael Marta Ángel Gladys Andrés Yuleisy Héctor Belén Óscar Inés Raúl Úrsula Iván Zulay
Félix Xiomara Wilmer Keyla Yorman Oriana Franklin Quintín Nelson Isabel Darío Teresa Jhonny Victoria Kelvin Beatriz Emilio Noemí Williams Ivonne Fabiola Gustavo
González Rodríguez Pérez Hernández García Martínez López Díaz Ramírez Rivas Mendoza Rojas Suárez Núñez Zambrano Peña Ibáñez Yánez Villalobos Quintero Urdaneta Bracho
Ñáñez Colmenares Figueroa Hidalgo Jiménez Kowalski Lugo Moreno Ochoa Parra Salazar Torrealba Uzcátegui Vásquez Wettel Zerpa Añez Briceño Chacín Escalona Fuenmayor""".split()

CONCEPTS = """pago|Pago|PAGO|animalitos|animalito|lotto activo|recarga|alquiler|comida|deuda|abono|jugada|sorteo|cartón|bingo|premio|apuesta|transferencia|gracias|compra|prestamo|
pago movil|ticket|rifa|el perro|la granja|mercado|ropa|zapatos|medicina|pasaje|taxi|almuerzo|cena|desayuno|harina|café|queso|pollo|carne|arroz|mensualidad|colegio|servicio|
internet|luz|agua|condominio|repuestos|ahorro|varios|factura|nómina|quincena|tripleta|guacharo|ruleta|terminal|numero|números|datos|jugadas|cartones|serial""".replace("\n", "").split("|")

SPANISH = """de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue
había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada vida otro después te otros
aunque esa eso hace otra gobierno tan durante siempre día tanto ella tres sí dijo sido gran país según menos mundo año antes estado quiero mientras caso nada hoy estaba casi
operación realizada cuenta número teléfono usuario cliente correo dirección código clave seguridad información página confidencial destinada únicamente cualquier duda comunícate
línea atención llamando banco universal horario disponible servicio límite diario monto máximo mínimo comisión aplicada recibido enviado procesado exitosamente notificación
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo mañana tarde noche
zapato quizá yuca kilo kiosco web whisky taxi examen exterior joven jugar queja líquido pingüino cigüeña niño señora español compañía acción corazón jardín""".split()

DOMAINS = "gmail.com hotmail.com correo.com yahoo.es outlook.com www.ejemplo.com.ve banco.com".split()
