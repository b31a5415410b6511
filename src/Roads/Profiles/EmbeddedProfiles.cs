using Territory.Model.Travel;

namespace Territory.Roads.Profiles;

/// <summary>The four profiles that come with the program.</summary>
internal static class EmbeddedProfiles
{
    private static readonly TravelProfile[] All = [.. Enum.GetValues<TravelMode>().Select(mode => ProfileFile.Parse(Text(NameOf(mode)), FileName(NameOf(mode))))];

    public static TravelProfile Of(TravelMode mode) => All[(int)mode];

    /// <summary>"car", "van", "motorbike", "foot".</summary>
    public static IEnumerable<string> Names => Enum.GetValues<TravelMode>().Select(NameOf);

    /// <summary>The JSON of an embedded profile by its name.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(EmbeddedProfiles).Assembly.GetManifestResourceStream($"Territory.Roads.Profiles.{FileName(name)}")
            ?? throw new ArgumentException($"There is no embedded profile \"{name}\".", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string NameOf(TravelMode mode) => mode.ToString().ToLowerInvariant();

    private static string FileName(string name) => name + ".json";
}
