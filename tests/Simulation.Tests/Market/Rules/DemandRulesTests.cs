using Territory.Model.Calendar;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Rules;

namespace Territory.Simulation.Tests.Market.Rules;

public sealed class DemandRulesTests
{
    [Fact]
    public void WeekdayFactor_EveryKind_HasMeanOne()
    {
        foreach (var kind in Enum.GetValues<TerminalKind>())
            Enum.GetValues<DayOfWeek>().Average(day => DemandRates.WeekdayFactor(kind, day)).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void SeasonFactor_Year_MeetsTheMonthsInTheirMiddleAndJoinsThem()
    {
        var months = MarketRates.Standard.SeasonByMonth;
        var mean = months.Average();
        for (var month = 1; month <= 12; month++)
            DemandRates.SeasonFactor(months, new DateOnly(2025, month, 15)).ShouldBe(months[month - 1] / mean, 1e-12);
        var middle = DemandRates.SeasonFactor(months, new DateOnly(2025, 4, 30));
        middle.ShouldBe((months[3] + months[4]) / 2 / mean, 1e-12);
        DemandRates.SeasonFactor(months, new DateOnly(2026, 1, 1)).ShouldBe(
            ((months[11] * 14 / 31) + (months[0] * 17 / 31)) / mean, 1e-12);
    }

    /// <summary>An outlet with the full range sells its category volume x our share, whatever its tastes.</summary>
    [Fact]
    public void DemandTable_FullRange_AddsUpToOurShareOfTheVolume()
    {
        var setup = new TestMarket().Build();
        var full = setup.Terminals.Select(terminal => terminal with { ListedProducts = [.. setup.Products.Select(product => product.Id)] }).ToList();
        setup = new MarketSetup(setup.Region, setup.Products, full, setup.Distributors, setup.Reps, setup.Vehicles, setup.Travel, setup.Seed);
        for (var row = 0; row < full.Count; row++)
        {
            var cases = Enumerable.Range(0, setup.Products.Count)
                .Sum(column => setup.Demand.BaseUnitsPerDay(row, column) / setup.Products[column].UnitsPerCase);
            cases.ShouldBe(full[row].CategoryVolumePerMonth.Count * 0.35 / 30.4375, 1e-9);
        }
    }

    [Fact]
    public void DemandTable_ManyProducts_IsSkewed()
    {
        var setup = new TestMarket { Products = 40, Terminals = 10 }.Build();
        var cases = setup.Products.Select(product => setup.Terminals.Sum(terminal =>
            setup.Demand.UnitsPerDay(terminal.Id, product.Id, TestMarket.Monday) / product.UnitsPerCase)).OrderDescending().ToList();
        (cases.Take(8).Sum() / cases.Sum()).ShouldBeInRange(0.35, 0.75);
    }

    [Fact]
    public void DayProfile_AnySplit_HasSharesThatAddUpToOne()
    {
        foreach (var terminal in new TestMarket().Build().Terminals)
        {
            var profile = DayProfile.Of(terminal, TestMarket.Monday);
            var sum = 0.0;
            for (var hour = 0; hour < 24; hour++)
                sum += profile.Share(TimeOfDay.At(hour), TimeOfDay.At(hour + 1));
            sum.ShouldBe(1, 1e-12);
            profile.Share(TimeOfDay.Midnight, TimeOfDay.EndOfDay).ShouldBe(1);
            profile.Share(TimeOfDay.Midnight, TimeOfDay.At(6, 59)).ShouldBe(0);
        }
    }

    /// <summary>Two periods with a break, 8:00-12:00 and 14:00-18:00, of a shop; weights by hand from the hours' table.</summary>
    [Fact]
    public void DayProfile_LunchBreak_SellsNothingInItAndOpensAfterIt()
    {
        var terminal = new TestMarket().Build().Terminals[0] with
        {
            Kind = TerminalKind.Grocery,
            OpeningHours = new OpeningHours(
            [
                new OpeningPeriod(Weekdays.Monday, new TimeWindow(TimeOfDay.At(14), TimeOfDay.At(18))),
                new OpeningPeriod(Weekdays.Monday, new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(12))),
            ]),
        };
        var profile = DayProfile.Of(terminal, TestMarket.Monday);
        profile.Share(TimeOfDay.At(12), TimeOfDay.At(14)).ShouldBe(0);
        profile.Share(TimeOfDay.At(8), TimeOfDay.At(12)).ShouldBe(30.0 / 62, 1e-12);
        profile.IsOpenAt(TimeOfDay.At(13)).ShouldBeFalse();
        profile.OpenFrom(TimeOfDay.At(13)).ShouldBe(TimeOfDay.At(14));
        profile.OpenFrom(TimeOfDay.At(19)).ShouldBeNull();
        profile.Closes.ShouldBe(TimeOfDay.At(18));
        DayProfile.Of(terminal, TestMarket.Monday.AddDays(1)).IsClosedAllDay.ShouldBeTrue();
        DayProfile.Of(terminal with { DaysOff = Weekdays.Monday }, TestMarket.Monday).IsClosedAllDay.ShouldBeTrue();
    }

    /// <summary>One settlement, or four: the day's demand has the same mean; five standard errors over 400 days.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SalesSettlement_DaySplitIntoIntervals_KeepsTheMean(int intervals)
    {
        var setup = new TestMarket().Build();
        const int terminal = 0;
        double[] shares = intervals == 1 ? [1] : [0.1, 0.25, 0.05, 0.6];
        var asked = 0L;
        var mean = 0.0;
        for (var date = TestMarket.Monday; date < TestMarket.Monday.AddDays(400); date = date.AddDays(1))
        {
            for (var number = 0; number < shares.Length; number++)
                asked += SalesSettlement.Demand(setup, terminal, date, number, shares[number]).Sum(line => line.Demand.Count);
            mean += setup.Terminals[terminal].ListedProducts.Sum(product => setup.Demand.UnitsPerDay(setup.Terminals[terminal].Id, product, date));
        }

        ((double)asked).ShouldBe(mean, 5 * Math.Sqrt(mean));
    }

    [Theory]
    [InlineData(10, 4, 4, 0)]
    [InlineData(3, 4, 3, 1)]
    [InlineData(0, 4, 0, 4)]
    public void SalesSettlement_StockAndDemand_SellsWhatThereIs(int stock, int demand, int sold, int lost) =>
        SalesSettlement.Settle(new Units(stock), new Units(demand)).ShouldBe((new Units(sold), new Units(lost)));
}
