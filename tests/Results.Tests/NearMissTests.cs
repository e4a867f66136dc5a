using CsCheck;
using Ocr.Results.Claims;
using Ocr.Results.Duplicates;

namespace Ocr.Results.Tests;

public sealed class NearMissTests
{
    private const string Bank = "BANCO DE VENEZUELA";
    private static readonly Gen<string> Digits = Gen.Char['0', '3'].Array[0, 7].Select(digits => new string(digits));

    [Theory]
    [InlineData("003039387344", "003039387345", DuplicateKind.SimilarReference)] // one replaced
    [InlineData("003039387344", "00303938734", DuplicateKind.SimilarReference)] // one lost
    [InlineData("003039387344", "0030393873444", DuplicateKind.SimilarReference)] // one more
    [InlineData("003039387344", "303938734", DuplicateKind.SimilarReference)] // zeros and one lost
    [InlineData("003039387344", "103039387344", DuplicateKind.SimilarReference)] // a zero replaced
    [InlineData("003039387344", "003039387355", DuplicateKind.None)] // two replaced
    [InlineData("003039387344", "003039378344", DuplicateKind.None)] // two swapped
    [InlineData("003039387344", "387344", DuplicateKind.PartialReference)]
    [InlineData("003039387344", "7344", DuplicateKind.PartialReference)]
    [InlineData("003039387344", "0030", DuplicateKind.None)]
    [InlineData("003039387344", "3039387344", DuplicateKind.UnsureReference)]
    [InlineData("003039387344", "0030393873", DuplicateKind.PartialReference)] // the end cut off
    [InlineData("409912345678", "4099123", DuplicateKind.PartialReference)]
    [InlineData("409912345678", "40991", DuplicateKind.None)] // references of one day begin alike
    [InlineData("000000345678", "0000003", DuplicateKind.None)] // zeros are not significant
    [InlineData("003039387344", "00303938730", DuplicateKind.PartialReference)] // the character at the cut misread
    [InlineData("003039387344", "0030393870", DuplicateKind.PartialReference)]
    [InlineData("003039387344", "8387344", DuplicateKind.PartialReference)]
    [InlineData("TRX00A41185234B", "TRX00A4118523", DuplicateKind.PartialReference)]
    [InlineData("TRX00A41185234B", "TRX00A41185234C", DuplicateKind.SimilarReference)]
    [InlineData("PM061309215585", "061309215585", DuplicateKind.PartialReference)]
    public void References_are_compared(string one, string other, DuplicateKind expected)
    {
        Assert.Equal(expected, NearMiss.Compare(Payment(one), Payment(other)));
        Assert.Equal(expected, NearMiss.Compare(Payment(other), Payment(one)));
    }

    [Theory]
    [InlineData(Bank, "", DuplicateKind.SimilarReference)]
    [InlineData("", "", DuplicateKind.SimilarReference)]
    [InlineData(Bank, "BANESCO", DuplicateKind.None)]
    public void Banks_that_differ_count_apart(string one, string other, DuplicateKind expected) =>
        Assert.Equal(expected, NearMiss.Compare(Payment("003039387344", issuer: one), Payment("003039387345", issuer: other)));

    [Fact]
    public void The_same_number_of_another_bank_is_doubtful() =>
        Assert.Equal(DuplicateKind.UnsureReference, NearMiss.Compare(Payment("003039387344", issuer: Bank), Payment("003039387344", issuer: "BANESCO")));

    [Fact]
    public void Another_amount_date_or_phone_is_another_payment()
    {
        var payment = Payment("003039387344");
        var near = Payment("003039387345");
        near.Amount = "100.01";
        Assert.Equal(DuplicateKind.None, NearMiss.Compare(payment, near));
        near = Payment("003039387345");
        near.Date = "2025-06-21";
        Assert.Equal(DuplicateKind.None, NearMiss.Compare(payment, near));
        Assert.Equal(DuplicateKind.None, NearMiss.Compare(payment, Payment("003039387345", phone: "04140000002")));
    }

    [Theory]
    [InlineData("2020-11-20", "", "18452", DuplicateKind.PartialReference)] // the last digit of the year is cut, too
    [InlineData("", "", "", DuplicateKind.PartialReference)]
    [InlineData("2026-11-20", "", "", DuplicateKind.PartialReference)]
    [InlineData("2026-08-15", "", "", DuplicateKind.None)]
    [InlineData("2026-11-20", "04140000002", "", DuplicateKind.None)]
    [InlineData("2026-11-20", "", "26749097", DuplicateKind.None)]
    public void A_crop_at_the_right_edge_takes_date_and_beneficiary_along(string date, string phone, string document, DuplicateKind expected)
    {
        var whole = Payment("007719345512");
        (whole.Date, whole.Document) = ("2026-11-20", "18452367");
        var crop = Payment("0077193455", phone: phone);
        (crop.Date, crop.Document) = (date, document);
        Assert.Equal(expected, NearMiss.Compare(whole, crop));
        Assert.Equal(expected, NearMiss.Compare(crop, whole));
    }

    [Theory]
    [InlineData("*3391", "*3391", Bank, Bank, "04140000001", DuplicateKind.UnreadReference)]
    [InlineData("0102****7713", "0102****7713", Bank, "", "", DuplicateKind.UnreadReference)]
    [InlineData("0102****7713", "0102****0001", Bank, Bank, "04140000001", DuplicateKind.None)] // two payers
    [InlineData("", "", Bank, Bank, "04140000001", DuplicateKind.UnreadReference)]
    [InlineData("0102****", "0102****0001", Bank, Bank, "04140000001", DuplicateKind.UnreadReference)] // an account that shows its bank only
    [InlineData("", "", Bank, Bank, "", DuplicateKind.None)]
    [InlineData("", "", Bank, "", "04140000001", DuplicateKind.None)]
    [InlineData("*3391", "*3391", Bank, "BANESCO", "04140000001", DuplicateKind.None)]
    [InlineData("*3391", "*3391", Bank, Bank, "04140000002", DuplicateKind.None)] // two beneficiaries
    public void An_unread_reference_is_a_possible_duplicate_of_a_payment_of_one_payer(
        string account, string other, string issuer, string otherIssuer, string phone, DuplicateKind expected)
    {
        var (one, unread) = (Payment("409912345678", issuer), Payment("", otherIssuer, phone));
        (one.Account, unread.Account) = (account, other);
        Assert.Equal(expected, NearMiss.Compare(one, unread));
        Assert.Equal(expected, NearMiss.Compare(unread, one));
        unread.Date = "2025-06-21";
        Assert.Equal(DuplicateKind.None, NearMiss.Compare(one, unread));
    }

    [Theory]
    [InlineData("04140000001", "04140000001", true)]
    [InlineData("04140000001", "04140000002", false)]
    [InlineData("04140000001", "0414****001", true)]
    [InlineData("04140000001", "0414....001", true)]
    [InlineData("04140000001", "0414***01", true)] // asterisks are counted as read
    [InlineData("04140000001", "04**-***0001", true)]
    [InlineData("04140000001", "0412****001", false)]
    [InlineData("04140000001", "0414****002", false)]
    [InlineData("0414****001", "04**.**0001", true)]
    [InlineData("0414****001", "0414***11", false)]
    public void Phones_agree_in_what_is_visible(string one, string other, bool expected)
    {
        Assert.Equal(expected, PaymentComparison.PhonesAgree(one, other));
        Assert.Equal(expected, PaymentComparison.PhonesAgree(other, one));
    }

    [Fact]
    public void One_edit_is_a_distance_of_one() => Gen.Select(Digits, Digits).Sample((one, other) =>
        ReferenceLikeness.IsOneEdit(one, other) == (Distance(one, other) == 1) && ReferenceLikeness.IsOneEdit(one, other) == ReferenceLikeness.IsOneEdit(other, one));

    private static int Distance(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return one.Length + other.Length;
        }

        var replaced = Distance(one[1..], other[1..]) + (one[0] == other[0] ? 0 : 1);
        return replaced == 0 ? 0 : Math.Min(replaced, 1 + Math.Min(Distance(one[1..], other), Distance(one, other[1..])));
    }

    private static PaymentRow Payment(string reference, string issuer = Bank, string phone = "04140000001") => new()
    {
        ReceiptId = Guid.NewGuid(),
        RequestId = Messages.Batch,
        Position = 1,
        StoredName = "recibo.png",
        Date = "2025-06-20",
        Amount = "104.54",
        Phone = phone,
        Issuer = issuer,
        Reference = reference,
        SeenAt = Messages.Opened,
    };
}
