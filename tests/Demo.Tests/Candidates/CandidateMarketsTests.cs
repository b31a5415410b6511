using Territory.Demo.Candidates;
using Territory.Model.Terminals;
using Territory.Simulation.Expansion.Census;

namespace Territory.Demo.Tests.Candidates;

public sealed class CandidateMarketsTests
{
    [Fact]
    public void Generate_SameSeed_IsTheSameWhateverTheNumberOfCounties()
    {
        var few = CandidateMarkets.Generate(5, 3, 100);
        var many = CandidateMarkets.Generate(5, 20, 100);
        for (var county = 0; county < few.Count; county++)
            CandidateCsv.Of(many[county]).ShouldBe(CandidateCsv.Of(few[county]));
        CandidateCsv.Of(CandidateMarkets.Generate(6, 1, 100)[0]).ShouldNotBe(CandidateCsv.Of(few[0]));
    }

    [Fact]
    public void Generate_ThirtyCounties_AreSoundMarkets()
    {
        var counties = CandidateMarkets.Generate(1, 30, 200);
        counties.Select(county => county.Id).Distinct().Count().ShouldBe(30);
        foreach (var county in counties)
        {
            county.Terminals.Count.ShouldBeInRange(100, 400);
            county.Terminals.Select(terminal => terminal.Id).Distinct().Count().ShouldBe(county.Terminals.Count);
            county.Terminals.ShouldAllBe(terminal => terminal.CasesPerMonth > 0 && terminal.OwnShare + terminal.Rivals.Sum(rival => rival.Share) <= 1);
            // A tenth of the outlets is class A, three tenths are B.
            county.ShareOf(TerminalClass.A).ShouldBe(0.1, 0.01);
            county.ShareOf(TerminalClass.B).ShouldBe(0.3, 0.01);
            DataCompleteness.Of(county).Empty.ShouldBeEmpty();
        }

        // Counties do not lie in each other.
        for (var first = 0; first < counties.Count; first++)
        {
            for (var second = 0; second < first; second++)
                counties[first].Middle!.Value.MetersTo(counties[second].Middle!.Value).ShouldBeGreaterThan(30_000);
        }
    }
}
