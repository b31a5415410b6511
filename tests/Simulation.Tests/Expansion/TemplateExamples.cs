using Territory.Model.Geography;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Tests.Expansion;

/// <summary>A template market with figures that can be checked by hand, and regions of a few terminals.</summary>
internal static class TemplateExamples
{
    /// <summary>100 terminals; ten weeks; distribution 5, 10, ..., 50 per cent, weighted 1.2 times that; share a quarter of it.</summary>
    public static TemplateMarket Market => new()
    {
        Name = "example",
        Classes = [new(TerminalClass.A, 20, 4, 20), new(TerminalClass.B, 30, 2, 15), new(TerminalClass.C, 50, 1, 10)],
        Prices = new PriceLadder(Money.FromMajor(30), Money.FromMajor(36), Money.FromMajor(48)),
        CostPerCase = Money.FromMajor(20),
        Weeks = [.. Enumerable.Range(1, 10).Select(week => new TemplateWeek(
            0.05 * week, 0.06 * week, 0.015 * week, 40 * week, 2, 1, Money.FromMajor(2_000), Money.FromMajor(800), Money.FromMajor(300)))],
        Training = new TrainingOutput(0.5, 4, 0.1),
        TravelMinutesPerVisit = 6,
        RivalShare = 0.2,
        CasesPerHeadAndYear = 2,
        SetUpCost = Money.FromMajor(5_000),
        CreditWeeks = 2,
        MinutesPerDay = 400,
    };

    public static MarketTemplate Template => TemplateFreezing.Freeze(Market);

    public static CensusTerminal Terminal(int number, TerminalClass size, double cases, string cell = "one", double own = 0, params RivalShare[] rivals) => new(
        $"T{number}", $"shop {number}", new GeoPoint(116 + (number * 0.001), 32), size, cases, cell, own, rivals);

    /// <summary>Twice the template's terminals in the same mix, a hundred cases a month each.</summary>
    public static CandidateMarket Twice(string id = "twice", double rival = 0.2) => new()
    {
        Id = id,
        Name = id,
        Terminals = [.. Enumerable.Range(0, 200).Select(number => Terminal(number, number < 40 ? TerminalClass.A : number < 100 ? TerminalClass.B : TerminalClass.C, 100, "one", 0, new RivalShare("rival", rival)))],
        Macro = new MacroFigures(100_000, 50_000, 0),
        Consumers = new ConsumerFigures(2.5, 0.5),
        Dealers = new DealerFigures(1, 2_000, 3),
        Conditions = new FiveConditions(0.8, 0.8, 0.8, 0.8, 0.8),
        Acceptance = 0.9,
    };
}
