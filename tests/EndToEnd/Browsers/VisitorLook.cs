namespace Territory.EndToEnd.Browsers;

/// <summary>What a visitor looks at the pages with.</summary>
internal sealed record VisitorLook(int Width, int Height, string Locale, bool IsPhone = false)
{
    public static readonly VisitorLook Desk = new(1280, 800, "zh-CN");
    public static readonly VisitorLook WideDesk = new(1440, 900, "zh-CN");
    public static readonly VisitorLook Phone = new(390, 844, "zh-CN", IsPhone: true);

    public VisitorLook In(string locale) => this with { Locale = locale };
}
