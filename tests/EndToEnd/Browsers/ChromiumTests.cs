namespace Territory.EndToEnd.Browsers;

// Expected values: the order in which the README says a browser is looked for.
public sealed class ChromiumTests
{
    [Fact]
    public void Find_BrowserIsNamed_TakesItBeforeAnyOther() =>
        Chromium.Find("/opt/chrome", "/usr/local/bin", _ => true).ShouldBe("/opt/chrome");

    [Fact]
    public void Find_NamedBrowserDoesNotExist_TakesNoOther() =>
        Chromium.Find("/opt/chrome", "/usr/local/bin", path => path == "/usr/bin/chromium").ShouldBeNull();

    [Fact]
    public void Find_OnlyChromeOnThePath_TakesIt() =>
        Chromium.Find(null, $"/a{Path.PathSeparator}/b", path => path == Path.Combine("/b", "google-chrome")).ShouldBe(Path.Combine("/b", "google-chrome"));

    [Fact]
    public void Find_EmptyPath_LooksIntoUsrBin() =>
        Chromium.Find(null, null, path => path == Path.Combine("/usr/bin", "chromium-browser")).ShouldBe(Path.Combine("/usr/bin", "chromium-browser"));

    [Fact]
    public void WhatToDo_IsOneLine() => Chromium.WhatToDo.ShouldNotContain('\n');
}
