using Territory.Demo.Geography;
using Territory.Demo.Names;
using Territory.Model.Geography;
using Territory.Simulation.Expansion.Census;

namespace Territory.Demo.Candidates;

/// <summary>Invented counties that a company might expand to, with a census of their shops and the figures of their markets.</summary>
/// <remarks>The same seed gives the same county to the last metre, whatever their number: county 3 of 5 is county 3 of 50.</remarks>
public static class CandidateMarkets
{
    public const int Most = 500;

    private const double RingKilometers = 45;
    private const int FirstRing = 6;

    private static readonly GeoPoint Origin = new(116.02, 32.55);

    /// <param name="terminals">The middle of the counties' numbers of shops; they scatter from half to twice of it.</param>
    public static IReadOnlyList<CandidateMarket> Generate(long seed, int count, int terminals = 900)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        ArgumentOutOfRangeException.ThrowIfLessThan(terminals, 20);
        return [.. Enumerable.Range(0, count).Select(number => County(new Dice(seed), number, terminals))];
    }

    private static CandidateMarket County(Dice dice, int number, int terminals)
    {
        var size = (int)Math.Round(terminals * Math.Pow(2, dice.Between(-1, 1, "candidate/size", number)));
        var leader = dice.Between(0.12, 0.5, "candidate/leader", number);
        var shops = CandidateShops.Draw(new Dice(dice.Seed + (1_000_003L * (number + 1))), Place(number), size, leader, number);
        var casesPerHead = dice.Between(0.6, 1.1, "candidate/per-head", number);
        var casesPerYear = shops.Sum(shop => shop.CasesPerMonth) * 12;
        return new CandidateMarket
        {
            Id = $"c{number + 1:000}",
            Name = Name(number),
            Terminals = shops,
            Macro = new MacroFigures(
                1000 * Math.Round(casesPerYear / casesPerHead * dice.Between(0.8, 1.25, "candidate/population", number) / 1000),
                100 * Math.Round(dice.Between(260, 920, "candidate/gdp", number)),
                Math.Round(dice.Between(-0.02, 0.12, "candidate/growth", number), 3),
                Math.Round(dice.Between(-0.02, 0.02, "candidate/migration", number), 3)),
            Consumers = new ConsumerFigures(Math.Round(casesPerHead, 2), Math.Round(dice.Between(0.2, 0.8, "candidate/awareness", number), 2)),
            Dealers = new DealerFigures(
                1 + (int)dice.Between(0, 3, "candidate/dealers", number),
                10 * Math.Round(casesPerYear / 520 * dice.Between(0.17, 0.5, "candidate/dealer-cases", number)),
                2 + (int)dice.Between(0, 8, "candidate/dealer-vehicles", number)),
            Rivals = [new RivalShare("甲牌", Math.Round(leader, 2)), new RivalShare("乙牌", Math.Round(leader * 0.5, 2))],
            Conditions = new FiveConditions(
                Judged(dice, "maturity", number), Judged(dice, "demand", number), Judged(dice, "influence", number), Judged(dice, "cooperation", number), Judged(dice, "execution", number)),
            Acceptance = Judged(dice, "acceptance", number),
        };
    }

    private static double Judged(Dice dice, string question, int number) => Math.Round(dice.Between(0.47, 1, $"candidate/{question}", number), 2);

    private static string Name(int number)
    {
        var township = PlaceNames.Townships[number % PlaceNames.Townships.Length].Zh;
        var round = number / PlaceNames.Townships.Length;
        return $"{township[..^1]}县{(round == 0 ? "" : $"{round + 1}")}";
    }

    /// <summary>Counties stand in rings around the template's, six in the first, twelve in the second.</summary>
    private static GeoPoint Place(int number)
    {
        var ring = 1;
        var before = 0;
        while (number >= before + (ring * FirstRing))
            before += ring++ * FirstRing;
        var angle = (number - before) * 2 * Math.PI / (ring * FirstRing);
        return new PlanePoint(1000 * RingKilometers * ring * Math.Cos(angle), 1000 * RingKilometers * ring * Math.Sin(angle)).ToGeo(Origin);
    }
}
