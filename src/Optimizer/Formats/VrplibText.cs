namespace Territory.Optimizer.Formats;

/// <summary>The words of a VRPLIB file: "KEY : value" lines and sections of numbered rows, not yet what they mean.</summary>
/// <remarks>A line that begins with '#' is a comment.</remarks>
internal sealed class VrplibText
{
    private readonly string[] lines;
    private readonly ProblemLog log;
    private readonly Dictionary<string, (string Value, int Line)> keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (int First, int End)> sections = new(StringComparer.OrdinalIgnoreCase);

    public VrplibText(string[] lines, ProblemLog log)
    {
        (this.lines, this.log) = (lines, log);
        Scan();
    }

    public IEnumerable<(string Key, int Line)> Keys => keys.Select(entry => (entry.Key, entry.Value.Line));

    public IEnumerable<(string Section, int Line)> Sections => sections.Select(entry => (entry.Key, entry.Value.First));

    public bool Has(string keyOrSection) => keys.ContainsKey(keyOrSection) || sections.ContainsKey(keyOrSection);

    public string Value(string key) => keys.TryGetValue(key, out var entry) ? entry.Value : "";

    public int? LineOf(string keyOrSection) =>
        keys.TryGetValue(keyOrSection, out var entry) ? entry.Line : sections.TryGetValue(keyOrSection, out var range) ? range.First : null;

    public bool TryWhole(string key, long least, long most, out long value)
    {
        value = least;
        if (keys.TryGetValue(key, out var entry))
            return log.TryWhole(entry.Value, entry.Line, key, least, most, out value);
        log.Add("vrplib.key.missing", $"The file needs a line \"{key} : value\".", field: key);
        return false;
    }

    public double Number(string key, double least, double most) =>
        keys.TryGetValue(key, out var entry) && log.TryNumber(entry.Value, entry.Line, key, least, most, out var value) ? value : least;

    /// <summary>The lines of a section with their words, without empty lines and comments; null, with a problem, where a needed section is missing.</summary>
    public IReadOnlyList<(int Line, string[] Words)>? Rows(string section, bool isNeeded)
    {
        if (!sections.TryGetValue(section, out var range))
        {
            if (isNeeded)
                log.Add("vrplib.section.missing", $"The file needs a {section}.", field: section);
            return null;
        }

        return
        [
            .. Enumerable.Range(range.First, range.End - range.First)
                .Select(i => (Line: i + 1, Words: lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .Where(row => row.Words.Length > 0 && row.Words[0][0] != '#'),
        ];
    }

    /// <summary>How many values the first row of a section has, from 1 to <paramref name="most"/>.</summary>
    public int WidthOf(string section, int most) => Rows(section, isNeeded: false) is [var row, ..] ? Math.Clamp(row.Words.Length - 1, 1, most) : 1;

    /// <summary>Rows of a number from 1 on and its values; every number once, in any order.</summary>
    public VrplibTable? Table(string section, string item, int count, int width, bool isNeeded, double least, double most, bool isWhole = false)
    {
        if (Rows(section, isNeeded) is not { } rows)
            return null;
        var table = new VrplibTable(width, new double[count * width], new int[count]);
        foreach (var (line, words) in rows)
        {
            if (words.Length != width + 1)
            {
                log.Add("vrplib.columns", $"A line of {section} has {width + 1} columns.", line, section, string.Join(' ', words));
                continue;
            }

            if (!TryNumberOf(section, item, words[0], line, table.Lines, out var row))
                continue;
            for (var column = 0; column < width; column++)
            {
                if (!isWhole)
                    log.TryNumber(words[column + 1], line, section, least, most, out table.Values[(row * width) + column]);
                else if (log.TryWhole(words[column + 1], line, section, (long)least, (long)most, out var whole))
                    table.Values[(row * width) + column] = whole;
            }
        }

        RequireAll(section, item, table.Lines);
        return table;
    }

    /// <summary>Notes the line of a row by its first word, which is a number from 1 on.</summary>
    public bool TryNumberOf(string section, string item, string word, int line, int[] lineOf, out int row)
    {
        row = 0;
        if (!log.TryWhole(word, line, section, 1, lineOf.Length, out var number))
            return false;
        row = (int)number - 1;
        if (lineOf[row] > 0)
            log.Add($"vrplib.{item}.twice", $"A {item} must be given once.", line, section, word);
        lineOf[row] = line;
        return true;
    }

    public void RequireAll(string section, string item, int[] lineOf)
    {
        var missing = Array.IndexOf(lineOf, 0);
        if (missing >= 0)
            log.Add($"vrplib.{item}.missing", $"{section} must give every {item} from 1 to {lineOf.Length}; {lineOf.Count(line => line == 0)} are missing.", sections[section].End, section, $"{missing + 1}");
    }

    private void Scan()
    {
        string? section = null;
        var first = 0;
        void Close(int end)
        {
            if (section is not null)
                sections[section] = (first, end);
            section = null;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.Length == 0 || !char.IsAsciiLetter(line[0]))
                continue;
            Close(i);
            if (line.Equals("EOF", StringComparison.OrdinalIgnoreCase))
                return;
            var colon = line.IndexOf(':');
            var name = (colon < 0 ? line : line[..colon]).Trim().ToString();
            var value = colon < 0 ? "" : line[(colon + 1)..].Trim().ToString();
            // Some files write "DEPOT_SECTION :".
            if (colon >= 0 && !(value.Length == 0 && name.EndsWith("_SECTION", StringComparison.OrdinalIgnoreCase)))
            {
                if (!keys.TryAdd(name, (value, i + 1)) && keys[name].Value != value)
                    log.Add("vrplib.key.twice", "A key has one value.", i + 1, name, value);
                continue;
            }

            (section, first) = (name, i + 1);
            if (!section.EndsWith("_SECTION", StringComparison.OrdinalIgnoreCase))
                log.Add("vrplib.line", "A line must be \"KEY : value\", a section's name or numbers.", i + 1, value: section);
            if (sections.ContainsKey(section))
                log.Add("vrplib.section.twice", "A section must be given once.", i + 1, section);
        }

        Close(lines.Length);
    }
}
