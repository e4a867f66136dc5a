using System.Globalization;
using Deque.AxeCore.Commons;

namespace Ocr.EndToEnd.Page;

/// <summary>The automatic checks of WCAG 2.2 AA in both themes, and the layout at the width of a phone.</summary>
[Collection(SharedPage.Name)]
public sealed class AccessibilityTests(PageBrowser page)
{
    private const string Draw = "20330101";

    private static readonly string[] Views = ["subir", "revisar", $"sorteos/{Draw}/A", "sorteos", "buscar", "lotes", "monitoreo"];

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task No_view_breaks_a_rule_of_accessibility(string theme)
    {
        var views = await PrepareAsync();
        var script = new BundledAxeScriptProvider().GetScript();
        page.Command("Emulation.setEmulatedMedia", new() { ["features"] = new[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = theme } } });
        var broken = new List<string>();
        foreach (var view in views)
        {
            Show(view);
            page.Run(script);
            broken.AddRange(Check(view));
            if (view == "revisar")
            {
                foreach (var dialog in (string[])["keys", "reject", "sign-in", "revoke"])
                {
                    page.Run($"document.getElementById('{dialog}').showModal()");
                    broken.AddRange(Check(dialog));
                    page.Run($"document.getElementById('{dialog}').close()");
                }
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public async Task No_view_is_wider_than_a_phone()
    {
        var views = await PrepareAsync();
        page.Command("Emulation.setDeviceMetricsOverride", new() { ["width"] = 390, ["height"] = 844, ["deviceScaleFactor"] = 1, ["mobile"] = true });
        try
        {
            foreach (var view in views)
            {
                Show(view);
                page.Picture($"phone-{view.Split('/')[0]}");
                var width = Convert.ToInt32(page.Run("return document.documentElement.scrollWidth"), CultureInfo.InvariantCulture);
                Assert.True(width <= 390, $"{view} is {width} pixels wide");
            }
        }
        finally
        {
            page.Command("Emulation.clearDeviceMetricsOverride", []);
        }
    }

    private async Task<IReadOnlyList<string>> PrepareAsync()
    {
        // Complete, incomplete and repeated ones.
        var batch = await page.Desk.ReadAsync(Draw, 4, 4);
        await page.Desk.ReadAsync(Draw, 4, 1);
        return [.. Views, $"lotes/{batch}"];
    }

    private void Show(string view)
    {
        page.Open(view);
        page.Until(_ => view switch
        {
            "revisar" => page.FindAll("#frame canvas").Count == 1 && page.FindAll("#fields tr.current").Count == 1,
            "monitoreo" => page.FindAll("#monitor-workers tbody tr").Count == 1,
            "subir" => page.Find("#view-subir").Displayed,
            "buscar" => page.Find("#search").Displayed,
            _ => page.FindAll("main > div:not([hidden]) tbody tr").Count > 0,
        });
        if (view == "buscar")
        {
            page.Find("#search-go").Click();
            page.Until(_ => page.FindAll("#found tbody tr").Count > 0);
        }
    }

    private IEnumerable<string> Check(string view) =>
        ((IEnumerable<object>)page.RunAsync(
            """
            const done = arguments[arguments.length - 1];
            axe.run().then((result) => done(result.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(' ')}`)));
            """)!).Select(violation => $"{view}: {violation}");
}
