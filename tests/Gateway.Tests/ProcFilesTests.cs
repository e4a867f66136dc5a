using Ocr.Gateway.Host;

namespace Ocr.Gateway.Tests;

public sealed class ProcFilesTests
{
    [Fact]
    public void Memory_in_use_is_what_is_not_available() =>
        Assert.Equal(75, ProcFiles.MemoryPercent("MemTotal:       4000 kB\nMemFree:  100 kB\nMemAvailable:   1000 kB\n"));

    [Theory]
    [InlineData("")]
    [InlineData("MemTotal:       4000 kB\n")]
    [InlineData("MemTotal:       0 kB\nMemAvailable:   0 kB\n")]
    [InlineData("MemTotal:       many kB\nMemAvailable:   1000 kB\n")]
    public void Memory_that_is_not_said_is_not_invented(string meminfo) => Assert.Null(ProcFiles.MemoryPercent(meminfo));

    [Fact]
    public void Waiting_for_a_disk_is_idle_time()
    {
        var ticks = ProcFiles.Cpu("cpu  10 20 30 400 40 5 6 7 99 99\ncpu0 1 1 1 1 1\n");

        Assert.Equal(new CpuTicks(78, 518), ticks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cpu0 1 1 1 1 1\n")]
    [InlineData("cpu  1 2\n")]
    public void Ticks_that_are_not_said_are_not_invented(string stat) => Assert.Null(ProcFiles.Cpu(stat));

    [Theory]
    [InlineData(100, 200, 150, 300, 50)]
    [InlineData(100, 200, 100, 300, 0)]
    [InlineData(100, 200, 200, 300, 100)]
    [InlineData(100, 200, 100, 200, 0)]
    public void The_busy_share_is_over_the_time_between(long busy, long total, long laterBusy, long laterTotal, double percent) =>
        Assert.Equal(percent, new CpuTicks(laterBusy, laterTotal).PercentSince(new CpuTicks(busy, total)));

    [Fact]
    public void Load_is_three_means() => Assert.Equal([0.31, 1.25, 12], ProcFiles.LoadAverage("0.31 1.25 12.00 2/345 6789\n"));

    [Fact]
    public void The_machine_is_measured_within_its_bounds()
    {
        var figures = new HostProbe(TimeProvider.System).Measure(Path.Combine(Path.GetTempPath(), "not", "there", "yet"));

        Assert.InRange(figures.MemoryPercent, 0.1, 100);
        Assert.InRange(figures.DiskPercent, 0.0001, 100);
        Assert.InRange(figures.CpuPercent, 0, 100);
        Assert.Equal(3, figures.LoadAverage.Count);
    }
}
