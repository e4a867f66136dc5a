using Ocr.Images;
using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.Tests.Imaging;

public sealed class DecodeBudgetTests
{
    [Fact]
    public async Task Large_images_wait_for_each_other_and_one_over_the_limit_is_decoded_alone()
    {
        var budget = new DecodeBudget(100);
        var first = budget.Take(500);
        var second = Task.Run(() => budget.Take(60));
        await Task.Delay(50);
        Assert.False(second.IsCompleted);

        first.Dispose();
        first.Dispose();
        var third = Task.Run(() => budget.Take(60));
        var one = await await Task.WhenAny(second, third);
        Assert.True(second.IsCompleted ^ third.IsCompleted);
        one.Dispose();
        (await second).Dispose();
        (await third).Dispose();
        budget.Take(100).Dispose();
    }

    [Fact]
    public async Task Receipts_of_usual_size_never_wait()
    {
        var cost = DecodeBudget.Cost(new ImageHeader(ImageFormat.Jpeg, 1080, 2400, Animated: false, Complete: true));
        Assert.Equal(0, cost);

        var budget = new DecodeBudget(100);
        using var overTheBound = budget.Take(500);
        await Task.Run(() => budget.Take(cost).Dispose()).WaitAsync(TimeSpan.FromSeconds(20));
    }
}
