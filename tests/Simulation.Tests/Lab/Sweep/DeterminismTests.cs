using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab.Sweep;

public sealed class DeterminismTests
{
    public static TheoryData<int> Setups => [.. Enumerable.Range(100, 20)];

    [Theory]
    [MemberData(nameof(Setups))]
    public void Run_ScalarOrVector_IsTheSameToTheBit(int number)
    {
        var setup = RandomLab.Of(number);
        var options = new LabRunOptions((ulong)number);
        ShouldBeEqual(LabSimulator.Run(setup, options with { Scalar = true }), LabSimulator.Run(setup, options));
    }

    /// <summary>Means past what the lanes invert, beside terminals that sell next to nothing.</summary>
    [Theory]
    [InlineData(LabRuleNames.Poisson)]
    [InlineData(LabRuleNames.NegativeBinomial)]
    public void Run_VeryLargeMeans_ScalarOrVectorIsTheSameToTheBit(string law)
    {
        var setup = PlainLab.Of(200, 21).With(region => region with
        {
            Cells = region.Cells with { UnitsPerDay = [.. region.Cells.UnitsPerDay.Select((units, cell) => cell % 2 == 0 ? units * 500 : units / 50)] },
            Terminals = region.Terminals with { Adopted = [.. region.Terminals.Keys.Select(key => key % 4 != 0)] },
        });
        setup = setup with { Rules = setup.Rules with { Demand = law, DemandSize = 0.7 } };
        var options = new LabRunOptions(9);
        var vector = LabSimulator.Run(setup, options);
        ShouldBeEqual(LabSimulator.Run(setup, options with { Scalar = true }), vector);
        vector.Regions[0].Weeks[0].UnitsSold.ShouldBeGreaterThan(200_000);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Run_Threads_AreTheSameToTheBit(int threads)
    {
        // Large enough for several blocks in the first region, so that threads share it.
        var setup = RandomLab.Of(7);
        var random = new Random(7);
        setup = setup with { Days = 30, Regions = [RandomLab.Region(random, "large", 9_000), .. setup.Regions] };
        var options = new LabRunOptions(3);
        var one = LabSimulator.Run(setup, options);
        ShouldBeEqual(LabSimulator.Run(setup, options with { Threads = threads }), one);
        var alone = setup with { Regions = [setup.Regions[0]] };
        ShouldBeEqual(LabSimulator.Run(alone, options with { Threads = threads }), LabSimulator.Run(alone, options));
    }

    [Fact]
    public void Run_CensusInAnotherOrder_IsTheSameToTheBit()
    {
        var setup = RandomLab.Of(11);
        var rows = Enumerable.Range(0, setup.Regions[0].Terminals.Count).Reverse().ToArray();
        var terminals = setup.Regions[0].Terminals;
        T[] Turned<T>(T[] column) => column.Length == 0 ? column : [.. rows.Select(row => column[row])];
        var turned = setup with
        {
            Regions =
            [
                setup.Regions[0] with
                {
                    Terminals = new LabTerminals
                    {
                        Keys = Turned(terminals.Keys), Longitudes = Turned(terminals.Longitudes), Latitudes = Turned(terminals.Latitudes),
                        Classes = Turned(terminals.Classes), Sizes = Turned(terminals.Sizes), Cells = Turned(terminals.Cells),
                        Fits = Turned(terminals.Fits), RivalBrands = Turned(terminals.RivalBrands), Adopted = Turned(terminals.Adopted),
                    },
                },
                .. setup.Regions.Skip(1),
            ],
        };
        ShouldBeEqual(LabSimulator.Run(turned, new LabRunOptions(5)), LabSimulator.Run(setup, new LabRunOptions(5)));
    }

    [Fact]
    public void Run_AnotherSeedOrAntithetic_IsAnother()
    {
        var setup = RandomLab.Of(3);
        var hash = LabSimulator.Run(setup, new LabRunOptions(1)).StateHash;
        LabSimulator.Run(setup, new LabRunOptions(2)).StateHash.ShouldNotBe(hash);
        LabSimulator.Run(setup, new LabRunOptions(1, Antithetic: true)).StateHash.ShouldNotBe(hash);
        LabSimulator.Run(setup, new LabRunOptions(1)).StateHash.ShouldBe(hash);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => LabSimulator.Run(RandomLab.Of(1), new LabRunOptions(1, CancellationToken: source.Token)));
    }

    private static void ShouldBeEqual(LabResult one, LabResult other)
    {
        one.StateHash.ShouldBe(other.StateHash);
        for (var region = 0; region < one.Regions.Count; region++)
        {
            one.Regions[region].Weeks.ShouldBe(other.Regions[region].Weeks);
            one.Regions[region].Books.Select(book => book.Cash).ShouldBe(other.Regions[region].Books.Select(book => book.Cash));
            one.Regions[region].Books.SelectMany(book => book.Goods).ShouldBe(other.Regions[region].Books.SelectMany(book => book.Goods));
        }
    }
}
