using Ocr.EndToEnd.Harness;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Interactions;
using OpenQA.Selenium.Support.UI;

namespace Ocr.EndToEnd.Page;

/// <summary>Debian's Chromium without a screen, and a system for it to look at.</summary>
public sealed class PageBrowser : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr page ");
    private StandaloneProcess _process = null!;
    private ChromeDriver _driver = null!;

    /// <summary>Where downloads land.</summary>
    public string Downloads => Directory.CreateDirectory(Path.Combine(_data.FullName, "downloads")).FullName;

    internal Api Api => _process.Api;

    public async Task InitializeAsync()
    {
        _process = await StandaloneProcess.StartAsync(_data.FullName);
        var options = new ChromeOptions { BinaryLocation = "/usr/bin/chromium" };

        // Tests run as root in containers, where neither the sandbox nor much shared memory is to be had.
        options.AddArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,1000", "--lang=es");
        options.AddUserProfilePreference("download.default_directory", Downloads);
        options.SetLoggingPreference(LogType.Browser, LogLevel.Warning);
        _driver = new ChromeDriver(ChromeDriverService.CreateDefaultService("/usr/bin", "chromedriver"), options, Patience);
    }

    public async Task DisposeAsync()
    {
        Dispose();
        await _process.DisposeAsync();
        _data.Delete(recursive: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _driver?.Dispose();

    /// <summary>Opens the page anew.</summary>
    public void Open()
    {
        _driver.Navigate().GoToUrl(_process.Api.Client.BaseAddress!);
        Until(page => page.FindElement(By.Id("health")).Text != "…");
    }

    /// <summary>What the browser complains of since the last question: broken scripts, refused resources.</summary>
    public IReadOnlyList<string> Complaints() => [.. _driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message)];

    /// <summary>The one element of a selector.</summary>
    public IWebElement Find(string selector) => _driver.FindElement(By.CssSelector(selector));

    /// <summary>All elements of a selector.</summary>
    public IReadOnlyList<IWebElement> FindAll(string selector) => _driver.FindElements(By.CssSelector(selector));

    /// <summary>Moves the pointer over an element.</summary>
    public void PointAt(IWebElement element) => new Actions(_driver).MoveToElement(element).Perform();

    /// <summary>Chooses an option of a list, from 0.</summary>
    public void Choose(string selector, int index) => FindAll($"{selector} option")[index].Click();

    /// <summary>Waits for a state of the page.</summary>
    public void Until(Func<IWebDriver, bool> reached)
    {
        var wait = new WebDriverWait(_driver, Patience);
        wait.IgnoreExceptionTypes(typeof(StaleElementReferenceException), typeof(NoSuchElementException));
        wait.Until(reached);
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

    /// <summary>Keeps a picture of the page where <c>SCREENSHOTS</c> says, for whoever works on its looks.</summary>
    public void Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            _driver.GetScreenshot().SaveAsFile(Path.Combine(folder, $"{name}.png"));
        }
    }
}
