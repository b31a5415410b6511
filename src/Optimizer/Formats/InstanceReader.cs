using Territory.Model.Problems;

namespace Territory.Optimizer.Formats;

/// <summary>Reads a benchmark instance from a file, plain or gzip.</summary>
public static class InstanceReader
{
    /// <param name="format">What the file is; by default decided by its words.</param>
    /// <param name="rounding">The rule for distances; by default the format's own.</param>
    /// <exception cref="InvalidInputException">The file is refused; carries every problem with its line.</exception>
    public static RoutingInstance Read(string path, InstanceFormat format = InstanceFormat.Auto, RoundingRule rounding = RoundingRule.Auto)
    {
        var lines = InstanceText.ReadLines(path);
        var log = new ProblemLog(path);
        if (format == InstanceFormat.Auto)
            format = Detect(lines);
        var instance = format switch
        {
            InstanceFormat.Vrplib => new VrplibParser(lines, log).Parse(rounding),
            InstanceFormat.Solomon => new SolomonParser(lines, log).Parse(rounding),
            InstanceFormat.Cordeau => new CordeauParser(lines, Path.GetFileNameWithoutExtension(path), log).Parse(rounding),
            InstanceFormat.LiLim => new LiLimParser(lines, Path.GetFileNameWithoutExtension(path), log).Parse(rounding),
            _ => null,
        };
        if (format == InstanceFormat.Auto)
            log.Add("format.unknown", "The file is neither VRPLIB (keyword lines such as DIMENSION), nor Solomon text (VEHICLE and CUSTOMER tables), nor Cordeau text (a first line of four numbers), nor Li and Lim's (a first line of three numbers, then nine in each).");
        log.ThrowIfAny();
        return instance!;
    }

    private static InstanceFormat Detect(string[] lines)
    {
        if (CordeauParser.Starts(lines))
            return InstanceFormat.Cordeau;
        if (LiLimParser.Starts(lines))
            return InstanceFormat.LiLim;
        var hasVehicle = false;
        foreach (var line in lines)
        {
            var word = line.AsSpan().Trim();
            if (word.StartsWith("DIMENSION", StringComparison.OrdinalIgnoreCase) || word.StartsWith("EDGE_WEIGHT_TYPE", StringComparison.OrdinalIgnoreCase))
                return InstanceFormat.Vrplib;
            hasVehicle |= word.Equals("VEHICLE", StringComparison.OrdinalIgnoreCase);
            if (hasVehicle && word.StartsWith("CUSTOMER", StringComparison.OrdinalIgnoreCase))
                return InstanceFormat.Solomon;
        }

        return InstanceFormat.Auto;
    }
}
