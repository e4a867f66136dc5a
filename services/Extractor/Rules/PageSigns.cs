namespace Ocr.Extractor.Rules;

/// <summary>The names of the signs of a page, which a rule file may use.</summary>
internal static class PageSigns
{
    /// <summary>The page has no words.</summary>
    public const string NoText = "noText";

    /// <summary>The page has only a few words.</summary>
    public const string FewWords = "fewWords";

    /// <summary>The page has a title of a completed payment.</summary>
    public const string SuccessTitle = "successTitle";

    /// <summary>The payment was rejected, reversed or voided.</summary>
    public const string FailureTitle = "failureTitle";

    /// <summary>Text is at an edge of the image.</summary>
    public const string TextAtEdge = "textAtEdge";

    /// <summary>A known app made the receipt.</summary>
    public const string App = "app";

    /// <summary>The page has some labels of fields with a value.</summary>
    public const string SomeLabels = "someLabels";

    /// <summary>The page has many labels of fields with a value.</summary>
    public const string ManyLabels = "manyLabels";

    /// <summary>Lines end in a time of day, as in a chat.</summary>
    public const string MessageTimes = "messageTimes";

    /// <summary>Lines have amounts without a label.</summary>
    public const string ListedAmounts = "listedAmounts";

    /// <summary>Lines have phones without a label.</summary>
    public const string ListedPhones = "listedPhones";

    /// <summary>The model classifies the page as a receipt.</summary>
    public const string ModelReceipt = "modelReceipt";

    /// <summary>The model classifies the page as a list of account movements.</summary>
    public const string ModelStatement = "modelStatement";

    /// <summary>The model classifies the page as a page of a back office.</summary>
    public const string ModelBackOffice = "modelBackOffice";

    /// <summary>The model classifies the page as the checkout of a shop.</summary>
    public const string ModelCheckout = "modelCheckout";

    /// <summary>The model classifies the page as the data for a payment.</summary>
    public const string ModelPaymentData = "modelPaymentData";

    /// <summary>The model classifies the page as a page of a shop.</summary>
    public const string ModelShop = "modelShop";

    /// <summary>The model classifies the page as a chat.</summary>
    public const string ModelChat = "modelChat";

    /// <summary>The model classifies the page as another page.</summary>
    public const string ModelOther = "modelOther";

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NoText, FewWords, SuccessTitle, FailureTitle, TextAtEdge, App, SomeLabels, ManyLabels, MessageTimes, ListedAmounts, ListedPhones, ModelReceipt,
        ModelStatement, ModelBackOffice, ModelCheckout, ModelPaymentData, ModelShop, ModelChat, ModelOther,
    ];
}
