using Territory.Model.Terminals;
using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>Draws a made-up census: a pure function of its record.</summary>
/// <remarks>
/// Towns' shares fall as 1/rank (Zipf); shops lie normally round their town's centre, a tenth of them anywhere; sizes are lognormal, and the
/// largest fifth are of class A, the next three tenths of class B.
/// </remarks>
public static class GeneratedTerminals
{
    private const double KilometresPerDegree = 111.195;
    private const double Countryside = 0.1;

    public static IReadOnlyList<ScenarioTerminal> Draw(GeneratedCensus census)
    {
        var side = Math.Sqrt(census.AreaSquareKilometres);
        var towns = Towns(census, side);
        var sizes = new double[census.Terminals];
        var places = new (double X, double Y)[census.Terminals];
        for (var index = 0; index < census.Terminals; index++)
        {
            var draw = Randomness.Draw.Of(census.Seed, DrawPurpose.TerminalTaste, EntityKey.Of($"generated {index}"));
            sizes[index] = SharedMath.Exp(census.SizeSpread * Normal.Sample(ref draw));
            places[index] = Place(ref draw, towns, side);
        }

        var scale = census.UnitsPerTerminalDay * census.Terminals / sizes.Sum();
        var ranks = Ranks(sizes);
        var narrow = KilometresPerDegree * Math.Cos(double.DegreesToRadians(census.Latitude));
        return [.. Enumerable.Range(0, census.Terminals).Select(index => new ScenarioTerminal(
            $"T{index + 1}",
            census.Longitude + ((places[index].X - (side / 2)) / narrow),
            census.Latitude + ((places[index].Y - (side / 2)) / KilometresPerDegree),
            ranks[index] < 0.2 ? TerminalClass.A : ranks[index] < 0.5 ? TerminalClass.B : TerminalClass.C,
            sizes[index] * scale))];
    }

    private static List<(double X, double Y, double Spread, double UpTo)> Towns(GeneratedCensus census, double side)
    {
        var towns = new List<(double X, double Y, double Spread, double UpTo)>();
        var weights = Enumerable.Range(1, Math.Max(1, census.Towns)).Select(rank => 1.0 / rank).ToArray();
        var sum = 0.0;
        foreach (var (number, weight) in weights.Index())
        {
            var draw = Randomness.Draw.Of(census.Seed, DrawPurpose.TerminalTaste, EntityKey.Of($"town {number}"));
            sum += weight / weights.Sum();
            towns.Add((draw.NextUniform() * side, draw.NextUniform() * side, 0.15 * side * Math.Sqrt(weight / weights.Sum()), sum));
        }

        return towns;
    }

    private static (double X, double Y) Place(ref Draw draw, List<(double X, double Y, double Spread, double UpTo)> towns, double side)
    {
        if (draw.NextUniform() < Countryside)
            return (draw.NextUniform() * side, draw.NextUniform() * side);
        var u = draw.NextUniform();
        var town = towns.Find(candidate => u <= candidate.UpTo);
        if (town.UpTo == 0)
            town = towns[^1];
        return (
            Math.Clamp(town.X + (town.Spread * Normal.Sample(ref draw)), 0, side),
            Math.Clamp(town.Y + (town.Spread * Normal.Sample(ref draw)), 0, side));
    }

    private static double[] Ranks(double[] sizes)
    {
        var ranks = new double[sizes.Length];
        foreach (var (rank, index) in Enumerable.Range(0, sizes.Length).OrderByDescending(index => sizes[index]).Index())
            ranks[index] = (rank + 0.5) / sizes.Length;
        return ranks;
    }
}
