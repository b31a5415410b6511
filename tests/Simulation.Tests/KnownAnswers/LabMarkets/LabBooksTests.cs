using Territory.Simulation.KnownAnswers.LabMarkets;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.KnownAnswers.LabMarkets;

/// <summary>Books that balance show something only if they would not balance otherwise.</summary>
public sealed class LabBooksTests
{
    private static readonly LabSetup Setup = new LabTowns { Terminals = 100, Days = 35 }.Build();

    [Fact]
    public void Books_OfARun_Balance()
    {
        var books = Audited(day => day);
        books.GoodsOff.ShouldBe(0);
        books.CashOff.ShouldBe(0);
        books.UnitsSold.ShouldBeGreaterThan(0);
        books.MoneyPaid.ShouldBeGreaterThan(0);
        // Three nodes of goods of each product and five balances of cash and debt, a day and region.
        books.Compared.ShouldBe(Setup.Regions.Count * Setup.Days * ((3 * Setup.Products.Count) + 5));
    }

    /// <summary>The evening's balance, the next morning's, and what consumers must have paid.</summary>
    [Fact]
    public void Books_AUnitSoldPastThem_ShowAtTheShelvesAndInTheTill()
    {
        var books = Audited(day => day with { Goods = [day.Goods[0] with { Sold = day.Goods[0].Sold + 1 }, .. day.Goods.Skip(1)] });
        books.GoodsOff.ShouldBe(1);
        books.CashOff.ShouldBe(Setup.Products[0].RetailPerUnit.MinorUnits);
    }

    /// <summary>Off on the evening, and again on the day that begins with it.</summary>
    [Fact]
    public void Books_ACaseLostFromTheDepot_ShowOnBothDays()
    {
        var books = Audited(day => day with { Goods = [day.Goods[0] with { Depot = day.Goods[0].Depot - 12 }, .. day.Goods.Skip(1)] });
        books.GoodsOff.ShouldBe(24);
        books.CashOff.ShouldBe(0);
    }

    /// <summary>Moved from the terminals' till to the distributor's without an invoice: cash at both, debt at one, and the term.</summary>
    [Fact]
    public void Books_APaymentWithoutInvoice_ShowAtEachAccount()
    {
        var books = Audited(day => day with { Cash = day.Cash with { TerminalsPaid = day.Cash.TerminalsPaid + 1 } });
        books.GoodsOff.ShouldBe(0);
        books.CashOff.ShouldBe(4);
    }

    [Fact]
    public void Books_ADropThatNobodyReported_Show()
    {
        var books = new LabBooks(Setup);
        var result = LabSimulator.Run(Setup, new LabRunOptions(1) { Deliveries = books });
        books.Delivered(0, 0, 20, -1);
        books.Audit(result);
        books.GoodsOff.ShouldBe(1);
    }

    private static LabBooks Audited(Func<LabDayBook, LabDayBook> changeDayTwenty)
    {
        var books = new LabBooks(Setup);
        var result = LabSimulator.Run(Setup, new LabRunOptions(1) { Deliveries = books });
        var region = result.Regions[0];
        var days = region.Books.Select((book, day) => day == 20 ? changeDayTwenty(book) : book);
        books.Audit(result with { Regions = [region with { Books = [.. days] }, .. result.Regions.Skip(1)] });
        return books;
    }
}
