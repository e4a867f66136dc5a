namespace Ocr.Corpus;

/// <summary>A bank's names on receipts and in results. Independent of the rules' own table, which it checks.</summary>
/// <param name="Code">Four digits.</param>
/// <param name="Output">Name in results.</param>
/// <param name="Full">Name in a drop-down list of banks.</param>
/// <param name="Short">Abbreviated name on receipts.</param>
internal sealed record PrintedBank(string Code, string Output, string Full, string Short)
{
    public static IReadOnlyList<PrintedBank> All { get; } =
    [
        new("0102", "BANCO DE VENEZUELA", "BANCO DE VENEZUELA", "BANCO VENEZUELA"),
        new("0104", "VENEZOLANO DE CRÉDITO", "BANCO VENEZOLANO DE CREDITO", "VENEZOLANO DE CREDITO"),
        new("0105", "BANCO MERCANTIL", "BANCO MERCANTIL", "MERCANTIL"),
        new("0108", "BBVA PROVINCIAL", "BBVA PROVINCIAL", "PROVINCIAL"),
        new("0114", "BANCARIBE", "BANCARIBE", "BANCARIBE"),
        new("0115", "EXTERIOR", "BANCO EXTERIOR", "BANCO EXTERIOR"),
        new("0128", "BANCO CARONI", "BANCO CARONI", "CARONI"),
        new("0134", "BANESCO", "BANESCO BANCO UNIVERSAL S.A.C.A.", "BANESCO"),
        new("0137", "SOFITASA", "BANCO SOFITASA", "SOFITASA"),
        new("0138", "PLAZA", "BANCO PLAZA", "BANCO PLAZA"),
        new("0151", "BFC FONDO COMÚN", "BANCO FONDO COMÚN", "FONDO COMUN"),
        new("0156", "100% BANCO", "100% BANCO", "100% BANCO"),
        new("0157", "DELSUR", "DELSUR BANCO UNIVERSAL", "DELSUR"),
        new("0163", "TESORO", "BANCO DEL TESORO", "BANCO DEL TESORO"),
        new("0168", "BANCRECER", "BANCRECER", "BANCRECER"),
        new("0171", "ACTIVO", "BANCO ACTIVO", "BANCO ACTIVO"),
        new("0172", "BANCAMIGA", "BANCAMIGA BANCO UNIVERSAL, C.A.", "BANCAMIGA"),
        new("0174", "BANPLUS", "BANPLUS BANCO UNIVERSAL", "BANPLUS"),
        new("0175", "BANCO BICENTENARIO", "BANCO DIGITAL DE LOS TRABAJADORES, BANCO UNIVERSAL", "BICENTENARIO"),
        new("0177", "BANFANB", "BANFANB", "BANFANB"),
        new("0178", "N58 BANCO DIGITAL", "N58 BANCO DIGITAL BANCO MICROFINANCIERO S A", "N58 BANCO DIGITAL"),
        new("0191", "BNC", "BANCO NACIONAL DE CREDITO", "BNC"),
    ];

    /// <summary><c>0105 - BANCO MERCANTIL</c></summary>
    public string Coded => $"{Code} - {Full}";
}
