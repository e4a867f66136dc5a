namespace Ocr.Extractor.Scoring;

/// <summary>Kind of a page's token, in the order of the model's outputs. The tags of other parties and other amounts keep those values out of the fields.</summary>
internal enum FieldTag
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>A label that names a value.</summary>
    Label,

    /// <summary>The amount paid, its unit included.</summary>
    Amount,

    /// <summary>Another amount: fee, balance, rate, total with fee, the same in another currency.</summary>
    OtherAmount,

    /// <summary>The reference of the payment.</summary>
    Reference,

    /// <summary>A second number of the operation.</summary>
    SecondReference,

    /// <summary>Approval codes, lots, terminals, hashes.</summary>
    Code,

    /// <summary>The beneficiary's phone.</summary>
    BeneficiaryPhone,

    /// <summary>The payer's phone.</summary>
    PayerPhone,

    /// <summary>A phone of neither party.</summary>
    OtherPhone,

    /// <summary>The beneficiary's document.</summary>
    BeneficiaryDocument,

    /// <summary>The payer's document.</summary>
    PayerDocument,

    /// <summary>A document of neither party: a bank's tax number.</summary>
    OtherDocument,

    /// <summary>The payer's bank.</summary>
    PayerBank,

    /// <summary>The beneficiary's bank.</summary>
    BeneficiaryBank,

    /// <summary>A bank of neither party.</summary>
    OtherBank,

    /// <summary>The account that was debited.</summary>
    PayerAccount,

    /// <summary>The account that was credited.</summary>
    BeneficiaryAccount,

    /// <summary>The date of the operation.</summary>
    Date,

    /// <summary>Another date.</summary>
    OtherDate,

    /// <summary>The time of the operation.</summary>
    Time,

    /// <summary>Another time.</summary>
    OtherTime,

    /// <summary>Text that the payer wrote.</summary>
    Concept,

    /// <summary>The beneficiary's name.</summary>
    BeneficiaryName,

    /// <summary>The payer's name.</summary>
    PayerName,

    /// <summary>Words that state the result of this payment.</summary>
    State,

    /// <summary>Text that overlays or surrounds the receipt: notifications, notes, keyboards, other windows.</summary>
    Foreign,

    /// <summary>A word of a second receipt in the picture.</summary>
    SecondReceipt,
}
