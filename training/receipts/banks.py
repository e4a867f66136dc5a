"""Banks by code: the name in results, and the names that receipts print."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Bank:
    code: str
    output: str  # spelling in extracted_fields
    long: str  # full printed name, in capitals
    short: str  # one or two words, in capitals
    title: str  # mixed case, in newer apps
    brief: str  # Provincial's column of at most 15 characters
    weight: float


_TABLE = """
0102|BANCO DE VENEZUELA|BANCO DE VENEZUELA|VENEZUELA|Banco De Venezuela S.A.C.A.|BANCO VENEZUELA|22
0105|BANCO MERCANTIL|BANCO MERCANTIL|MERCANTIL|Mercantil C.A., Banco Universal|BANCO MERCANTIL|20
0134|BANESCO|BANESCO BANCO UNIVERSAL S.A.C.A.|BANESCO|Banesco Banco Universal S.a.c.a.|BANESCO|15
0108|BBVA PROVINCIAL|BBVA PROVINCIAL|PROVINCIAL|Banco Provincial, S.A. Banco Universal|PROVINCIAL|10
0191|BNC|BANCO NACIONAL DE CREDITO|BNC|Banco Nacional De Credito C.A.|NAC.CREDIT|7
0172|BANCAMIGA|BANCAMIGA BANCO UNIVERSAL, C.A.|BANCAMIGA|Bancamiga Banco Universal, C.A.|BANCAMIGA|6
0114|BANCARIBE|BANCARIBE|BANCARIBE|Bancaribe C.A. Banco Universal|BANCARIBE|4
0163|TESORO|BANCO DEL TESORO|TESORO|Banco Del Tesoro, C.A. Banco Universal|BANCO TESORO|3
0175|BANCO BICENTENARIO|BANCO DIGITAL DE LOS TRABAJADORES, BANCO UNIVERSAL|BICENTENARIO|Banco Digital De Los Trabajadores|BICENTENARIO|3
0174|BANPLUS|BANPLUS BANCO UNIVERSAL|BANPLUS|Banplus Banco Universal, C.A.|BANPLUS|2
0156|100% BANCO|100% BANCO|100% BANCO|100% Banco, Banco Comercial, C.A.|100% BANCO|2
0115|EXTERIOR|BANCO EXTERIOR|EXTERIOR|Banco Exterior C.A.|BANCO EXTERIOR|1
0104|VENEZOLANO DE CRÉDITO|BANCO VENEZOLANO DE CREDITO|VENEZOLANO DE CREDITO|Venezolano De Credito S.A.|VENEZ.CREDITO|1
0128|BANCO CARONI|BANCO CARONI|CARONI|Banco Caroni C.A. Banco Universal|BANCO CARONI|1
0137|SOFITASA|BANCO SOFITASA|SOFITASA|Banco Sofitasa Banco Universal|SOFITASA|1
0138|PLAZA|BANCO PLAZA|PLAZA|Banco Plaza, Banco Universal|BANCO PLAZA|1
0146|BANGENTE|BANCO DE LA GENTE EMPRENDEDORA|BANGENTE|Bangente C.A.|BANGENTE|0.5
0151|BFC FONDO COMÚN|BANCO FONDO COMUN|FONDO COMUN|BFC Banco Fondo Comun C.A.|FONDO COMUN|1
0157|DELSUR|DELSUR BANCO UNIVERSAL|DELSUR|Delsur Banco Universal, C.A.|DELSUR|0.7
0166|AGRÍCOLA DE VENEZUELA|BANCO AGRICOLA DE VENEZUELA|BANCO AGRICOLA|Banco Agricola De Venezuela|BANCO AGRICOLA|0.5
0168|BANCRECER|BANCRECER|BANCRECER|Bancrecer S.A. Banco Microfinanciero|BANCRECER|0.7
0169|MI BANCO|R4 BANCO MICROFINANCIERO C.A.|MIBANCO|Mi Banco, Banco Microfinanciero C.A.|MIBANCO|0.7
0171|ACTIVO|BANCO ACTIVO|ACTIVO|Banco Activo, Banco Universal|BANCO ACTIVO|0.7
0177|BANFANB|BANFANB|BANFANB|Banco De La Fuerza Armada Nacional Bolivariana|BANFANB|0.7
0178|N58 BANCO DIGITAL|N58 BANCO DIGITAL BANCO MICROFINANCIERO S A|N58 BANCO DIGITAL|N58 Banco Digital|N58|0.3
"""

BANKS = {}
for _line in _TABLE.strip().splitlines():
    *_names, _weight = _line.split("|")
    BANKS[_names[0]] = Bank(*_names, float(_weight))


def draw_bank(r, without=frozenset()):
    """A bank, the large ones more often; `without`: excluded codes."""
    table = [b for b in BANKS.values() if b.code not in without]
    return r.choices(table, [b.weight for b in table])[0]
