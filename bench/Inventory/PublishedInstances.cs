using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using Territory.Model.Schedules;
using Territory.Optimizer.Formats;

namespace Territory.Inventory.Benchmarks;

/// <summary>The instances of the archive and the bounds of the 12th DIMACS challenge, lower (0: none) and upper.</summary>
internal sealed class PublishedInstances
{
    private readonly Dictionary<string, (double Lower, double Upper)> bounds;
    private readonly Dictionary<string, string> texts = [];

    public PublishedInstances(string directory)
    {
        bounds = File.ReadLines(Path.Combine(directory, "bounds-dimacs2022.txt")).Select(line => line.Split('\t')).Where(words => words.Length == 3)
            .ToDictionary(words => words[0], words => (double.Parse(words[1], CultureInfo.InvariantCulture), double.Parse(words[2], CultureInfo.InvariantCulture)));
        using var file = File.OpenRead(Path.Combine(directory, "irp-1040.tar.gz"));
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var archive = new TarReader(unpacked);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null)
                continue;
            using var reader = new StreamReader(entry.DataStream);
            texts[Path.GetFileNameWithoutExtension(entry.Name)] = reader.ReadToEnd();
        }
    }

    public bool Has(string name) => texts.ContainsKey(name);

    public InventoryInstance Read(string name) => InventoryInstanceReader.Parse(texts[name].Split('\n'), name, ReplenishmentPolicy.MaximumLevel);

    /// <summary>The best published cost; null where the challenge gives none.</summary>
    public double? UpperBound(string name) => bounds.TryGetValue(name, out var found) ? found.Upper : null;
}
