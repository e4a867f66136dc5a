using System.Net.Http.Json;
using Ocr.EndToEnd.Tenants;
using Ocr.Testing.Harness;
using OpenQA.Selenium;

namespace Ocr.EndToEnd.Page;

/// <summary>A system that requires keys, and a browser.</summary>
public sealed class GuardedPage : PageBrowser
{
    internal const string AdminKey = "Zq7-solo-para-pruebas-4Kd-vB2";

    protected override (string Name, string Value)[] Settings =>
        [("AUTH_REQUIRED", "true"), ("SESSION_SECRET", "k3Jq9xVt71LmZp0wBn52Yc8RfHs6DgTa"), ("ADMIN_API_KEY", AdminKey), ("HOST", "127.0.0.1")];
}

/// <summary>Signing in on the page, and what each person may do there.</summary>
public sealed class SessionPageTests(GuardedPage page) : IClassFixture<GuardedPage>
{
    [Fact]
    public async Task A_reviewer_signs_in_without_a_reload_decides_in_his_name_and_is_out_when_the_key_is_revoked()
    {
        using var admin = new TenantKey(page.Api.Client.BaseAddress!, GuardedPage.AdminKey);
        var (key, id) = await CreateAsync(admin, "Rosa", "reviewer");
        using var rosa = new TenantKey(page.Api.Client.BaseAddress!, key);
        await new DeskApi(rosa.Api).ReadAsync("20340101", 0, 2);
        Open();
        SignIn("ocr_" + new string('x', 32));
        page.Until(_ => page.Text("#sign-in-error").Contains("no es válido", StringComparison.Ordinal));
        SignIn(key);
        page.Until(_ => page.Find("#who").Text == "Rosa · Revisor");
        Assert.False(page.Find("#nav-claves").Displayed);
        Assert.False(page.Find("#open-to-all").Displayed);
        Assert.Equal("", page.Run("return document.cookie"));

        page.Find("#nav-revisar").Click();
        page.Until(_ => page.FindAll("#frame canvas").Count == 1 && page.FindAll("#fields tr.current").Count == 1);
        page.Press("a");
        page.Until(_ => page.Text("#review-status").EndsWith(": aceptado.", StringComparison.Ordinal));
        var decided = (await rosa.Api.GetAsync("/api/receipts?estado=aceptado")).List("receipts").Single().Object("revision");
        Assert.Equal("Rosa", decided.Text("persona"));

        using var revoked = await admin.Api.Client.DeleteAsync(new Uri($"/api/revoke_key/{id}", UriKind.Relative));
        Assert.True(revoked.IsSuccessStatusCode);
        page.Press("a");
        page.Until(_ => page.Find("#sign-in").Displayed);
        Assert.Equal("", page.Find("#who").Text);
        Assert.False(page.Find("#view-revisar").Displayed);
    }

    [Fact]
    public async Task A_reader_can_look_and_not_decide()
    {
        using var admin = new TenantKey(page.Api.Client.BaseAddress!, GuardedPage.AdminKey);
        var (writer, _) = await CreateAsync(admin, "Luis", "reviewer");
        using var luis = new TenantKey(page.Api.Client.BaseAddress!, writer);
        await new DeskApi(luis.Api).ReadAsync("20340102", 3, 1);
        var (key, _) = await CreateAsync(admin, "Sol", "reader");
        Open();
        SignIn(key);
        page.Until(_ => page.Find("#who").Text == "Sol · Lector");
        Assert.False(page.Find("#nav-subir").Displayed);
        page.Run("location.hash = '#/revisar/20340102-A'");
        page.Until(_ => page.FindAll("#frame canvas").Count == 1);

        Assert.False(page.Find("#accept").Enabled);
        page.Press("a");
        page.Until(_ => page.Find("#message").Text.Contains("no permite revisar", StringComparison.Ordinal));
        page.Find("#sign-out").Click();
        page.Until(_ => page.Find("#sign-in").Displayed);
    }

    [Fact]
    public void The_administrator_makes_and_revokes_keys()
    {
        Open();
        SignIn(GuardedPage.AdminKey);
        page.Until(_ => page.Find("#nav-claves").Displayed);
        page.Find("#nav-claves").Click();
        page.Until(_ => page.Find("#new-key").Displayed);
        page.Find("#new-key [name=nombre]").SendKeys("Turno tarde");
        page.Find("#new-key-go").Click();
        page.Until(_ => page.Find("#made-key-text").Text.StartsWith("ocr_", StringComparison.Ordinal));
        page.Find("[aria-label='Revocar la API key Turno tarde']").Click();
        page.Find("#revoke-form .reject").Click();

        page.Until(_ => page.FindAll("#key-list tbody tr").Any(row => row.Text.Contains("Turno tarde", StringComparison.Ordinal) && row.Text.Contains("Revocada", StringComparison.Ordinal)));
        page.Find("#sign-out").Click();
        page.Until(_ => page.Find("#sign-in").Displayed);
    }

    private void Open()
    {
        page.Open();
        page.Until(_ => page.Find("#sign-in").Displayed);
    }

    private void SignIn(string key)
    {
        page.Until(_ => page.Find("#sign-in-form button:not([type])").Enabled);
        var input = page.Find("#sign-in-form input");
        input.Clear();
        input.SendKeys(key + Keys.Enter);
    }

    private static async Task<(string Key, string Id)> CreateAsync(TenantKey admin, string name, string role)
    {
        using var response = await admin.Api.Client.PostAsJsonAsync("/api/generate_key", new { name, role });
        var body = (await ApiResponse.ReadAsync(response)).Body;
        return (body.Text("api_key"), body.Object("key").Text("id"));
    }
}
