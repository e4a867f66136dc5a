using System.Globalization;
using Ocr.Testing.Harness;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Interactions;
using OpenQA.Selenium.Support.UI;

namespace Ocr.EndToEnd.Page;

/// <summary>A headless Chromium, and the system whose page it shows.</summary>
public class PageBrowser : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private const string Description = """
        const seen = (selector) => document.querySelector(selector)?.innerText ?? '';
        return JSON.stringify({
            url: location.href, hidden: document.hidden, focused: document.hasFocus(), active: document.activeElement?.outerHTML.slice(0, 200),
            dialog: seen('dialog[open]'), message: seen('#message'), status: seen('#review-status'), page: document.body.innerText.slice(0, 1000),
        });
        """;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr page ");
    private StandaloneProcess _process = null!;
    private ChromeDriver _driver = null!;

    /// <summary>Where downloads are stored.</summary>
    public string Downloads => Directory.CreateDirectory(Path.Combine(_data.FullName, "downloads")).FullName;

    /// <summary>The draw and the sender of the receipts that tests send themselves.</summary>
    internal DeskApi Desk => new(_process.Api);

    internal Api Api => _process.Api;

    /// <summary>Settings of the system besides those of the harness.</summary>
    protected virtual (string Name, string Value)[] Settings => [];

    private Uri Address => _process.Api.Client.BaseAddress!;

    public async Task InitializeAsync()
    {
        _process = await StandaloneProcess.StartAsync(_data.FullName, Settings);
        var options = new ChromeOptions { BinaryLocation = "/usr/bin/chromium" };

        // Tests run as root in containers, which have neither the sandbox nor much shared memory.
        options.AddArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1440,1000", "--lang=es");
        options.AddUserProfilePreference("download.default_directory", Downloads);
        options.SetLoggingPreference(LogType.Browser, LogLevel.Warning);
        _driver = new ChromeDriver(ChromeDriverService.CreateDefaultService("/usr/bin", "chromedriver"), options, Timeout);
    }

    public async Task DisposeAsync()
    {
        Dispose();
        await _process.DisposeAsync();
        _data.Delete(recursive: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _driver?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a view of the page anew.</summary>
    public void Open(string view = "subir")
    {
        _driver.Navigate().GoToUrl("about:blank");
        _ = Complaints();
        _driver.Navigate().GoToUrl(new Uri(Address, "/#/" + view));
        Until(page => page.FindElement(By.Id("health")).Text != "…");
    }

    /// <summary>Kills the system and starts it again at the same address.</summary>
    public async Task RestartAsync(Action whileDown)
    {
        var port = Address.Port.ToString(CultureInfo.InvariantCulture);
        await _process.KillAsync();
        whileDown();
        await _process.DisposeAsync();
        _process = await StandaloneProcess.StartAsync(_data.FullName, [.. Settings, ("PORT", port)]);
    }

    /// <summary>Runs an action in a second window, and returns to the first.</summary>
    public void InOtherWindow(Action action)
    {
        var first = _driver.CurrentWindowHandle;
        _driver.SwitchTo().NewWindow(WindowType.Window);
        action();
        _driver.Close();
        _driver.SwitchTo().Window(first);
    }

    /// <summary>Broken scripts and refused resources since the last call.</summary>
    public IReadOnlyList<string> Complaints() => [.. _driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message)];

    /// <summary>The one element of a selector.</summary>
    public IWebElement Find(string selector) => _driver.FindElement(By.CssSelector(selector));

    /// <summary>All elements of a selector.</summary>
    public IReadOnlyList<IWebElement> FindAll(string selector) => _driver.FindElements(By.CssSelector(selector));

    /// <summary>The text of an element, also of one that is not visible.</summary>
    public string Text(string selector) => Find(selector).GetDomProperty("textContent") ?? "";

    /// <summary>Presses keys where the focus is.</summary>
    public void Press(string keys) => new Actions(_driver).SendKeys(keys).Perform();

    /// <summary>Result of a script.</summary>
    public object? Run(string script, params object[] arguments) => _driver.ExecuteScript(script, arguments);

    /// <summary>Result of a script that calls its last argument.</summary>
    public object? RunAsync(string script) => _driver.ExecuteAsyncScript(script);

    /// <summary>A command of the browser's own protocol.</summary>
    public void Command(string name, Dictionary<string, object?> parameters) => _driver.ExecuteCdpCommand(name, parameters);

    /// <summary>Disconnects or reconnects the browser.</summary>
    public void Connect(bool online)
    {
        Command("Network.enable", []);
        Command("Network.emulateNetworkConditions", new()
        {
            ["offline"] = !online,
            ["latency"] = 0,
            ["downloadThroughput"] = -1,
            ["uploadThroughput"] = -1,
        });
    }

    /// <summary>Waits for a state of the page.</summary>
    /// <exception cref="InvalidOperationException">The state was not reached in time. The message contains what the page shows.</exception>
    public void Until(Func<IWebDriver, bool> reached)
    {
        var wait = new WebDriverWait(_driver, Timeout) { PollingInterval = TimeSpan.FromMilliseconds(30) };
        wait.IgnoreExceptionTypes(typeof(StaleElementReferenceException), typeof(NoSuchElementException));
        try
        {
            wait.Until(reached);
        }
        catch (WebDriverTimeoutException timeout)
        {
            throw new InvalidOperationException($"The page shows: {Run(Description)}", timeout);
        }
    }

    /// <summary>Drops files on an element, as a file manager does.</summary>
    public void Drop(string selector, params string[] paths)
    {
        var carrier = (IWebElement)_driver.ExecuteScript(
            "const carrier = document.createElement('input'); carrier.type = 'file'; carrier.multiple = true; document.body.append(carrier); return carrier;")!;
        carrier.SendKeys(string.Join('\n', paths));
        _driver.ExecuteScript(
            """
            const [carrier, target] = arguments;
            const dataTransfer = new DataTransfer();
            for (const file of carrier.files) dataTransfer.items.add(file);
            carrier.remove();
            for (const name of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
            """,
            carrier,
            Find(selector));
    }

    /// <summary>Keeps a picture of the page in the folder that <c>SCREENSHOTS</c> names.</summary>
    public void Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            _driver.GetScreenshot().SaveAsFile(Path.Combine(folder, $"{name}.png"));
        }
    }
}
