using CsCheck;
using Ocr.Results.Claims;

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
        Assert.Equal(expected, NearMiss.PhonesAgree(one, other));
        Assert.Equal(expected, NearMiss.PhonesAgree(other, one));
    }

    [Fact]
    public void One_edit_is_a_distance_of_one() => Gen.Select(Digits, Digits).Sample((one, other) =>
        NearMiss.IsOneEdit(one, other) == (Distance(one, other) == 1) && NearMiss.IsOneEdit(one, other) == NearMiss.IsOneEdit(other, one));

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
