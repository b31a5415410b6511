using Territory.Simulation.Lab.Statistics;
using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>What days look like that field costs are fitted to: between so many stops, spread over anything from a neighbourhood to the whole region.</summary>
/// <param name="Days">Every fourth is held out of the fit to measure its error.</param>
/// <param name="LeastCases">Of a drop.</param>
public sealed record FieldDaySampling(int Days, int LeastStops, int MostStops, int LeastCases = 1, int MostCases = 10, ulong Seed = 1)
{
    public const int HeldOutEvery = 4;

    private static readonly EntityKey Branch = EntityKey.Of("lab field day");

    /// <summary>The day of a number, from 0.</summary>
    public SampledDay Draw(FieldPlaces places, int number)
    {
        var draw = SeedTree.DrawOf(Seed, Branch, number);
        var stops = Math.Min(places.Count, LeastStops + draw.NextInteger(MostStops - LeastStops + 1));
        var spread = SharedMath.Pow((double)places.Count / stops, draw.NextUniform());
        return Draw(places, stops, Math.Clamp((int)Math.Round(stops * spread), stops, places.Count), ref draw);
    }

    /// <summary>A day of given size.</summary>
    internal SampledDay Draw(FieldPlaces places, int stops, int areaTerminals, int number)
    {
        var draw = SeedTree.DrawOf(Seed, Branch.With(new EntityKey((ulong)stops)).With(new EntityKey((ulong)areaTerminals)), number);
        return Draw(places, stops, areaTerminals, ref draw);
    }

    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        if (Days < 4 * HeldOutEvery)
            throw new ArgumentException($"A fit needs at least {4 * HeldOutEvery} days; got {Days}.");
        if (LeastStops < 1 || MostStops < LeastStops)
            throw new ArgumentException($"Stops a day must be at least 1 and in order; got {LeastStops} to {MostStops}.");
        if (LeastCases < 1 || MostCases < LeastCases)
            throw new ArgumentException($"Cases a drop must be at least 1 and in order; got {LeastCases} to {MostCases}.");
    }

    private SampledDay Draw(FieldPlaces places, int stops, int areaTerminals, ref Draw draw)
    {
        var area = places.Nearest(draw.NextInteger(places.Count), areaTerminals);
        for (var index = 0; index < stops; index++)
        {
            var other = index + draw.NextInteger(area.Length - index);
            (area[index], area[other]) = (area[other], area[index]);
        }

        var cases = new int[stops];
        for (var index = 0; index < stops; index++)
            cases[index] = LeastCases + draw.NextInteger(MostCases - LeastCases + 1);
        return new SampledDay(area[..stops], cases, areaTerminals);
    }
}
