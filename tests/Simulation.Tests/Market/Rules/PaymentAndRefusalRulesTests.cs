using Territory.Model.Deliveries;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Market.Rules;

public sealed class PaymentAndRefusalRulesTests
{
    private static readonly DateOnly Today = new(2025, 3, 3);

    [Theory]
    [InlineData(PaymentTerms.CashOnDelivery, 500, 0)]
    [InlineData(PaymentTerms.NextVisit, 0, 500)]
    [InlineData(PaymentTerms.MonthlyAccount, 0, 0)]
    public void PaymentRule_DeliveredThisMonth_IsPaidByTerms(PaymentTerms terms, int atDelivery, int atVisit)
    {
        PaymentRule.AtDelivery(terms, new Money(500)).ShouldBe(new Money(atDelivery));
        PaymentRule.AtVisit(terms, new Money(500), new DateOnly(2025, 3, 1), Today).ShouldBe(new Money(atVisit));
    }

    [Fact]
    public void PaymentRule_MonthlyAccountFromAnEarlierMonth_PaysAllThatIsOwed()
    {
        PaymentRule.AtVisit(PaymentTerms.MonthlyAccount, new Money(500), new DateOnly(2025, 2, 28), Today).ShouldBe(new Money(500));
        PaymentRule.AtVisit(PaymentTerms.MonthlyAccount, Money.Zero, null, Today).ShouldBe(Money.Zero);
    }

    /// <summary>Frequencies of the two chances, five standard errors.</summary>
    [Fact]
    public void RefusalRule_ManyDeliveries_RefusesAtItsChances()
    {
        const int n = 100_000;
        var rates = MarketRates.Standard with { ClosedChance = 0.02, NoCashChance = 0.05 };
        var reasons = Enumerable.Range(0, n).Select(index =>
        {
            var draw = Draw.Of(1, DrawPurpose.DeliveryRefusal, EntityKey.Of("T"), index);
            return RefusalRule.AtDoor(isOpen: true, PaymentTerms.CashOnDelivery, rates, ref draw);
        }).ToList();
        ((double)reasons.Count(reason => reason == RefusalReason.OutletClosed) / n).ShouldBe(0.02, 5 * Math.Sqrt(0.02 * 0.98 / n));
        ((double)reasons.Count(reason => reason == RefusalReason.NoCash) / n).ShouldBe(0.049, 5 * Math.Sqrt(0.049 * 0.951 / n));
    }

    [Fact]
    public void RefusalRule_ShutOrOnAccount_IsAsItIs()
    {
        var rates = MarketRates.Standard with { ClosedChance = 0, NoCashChance = 1 };
        var draw = Draw.Of(1, DrawPurpose.DeliveryRefusal, EntityKey.Of("T"));
        RefusalRule.AtDoor(isOpen: false, PaymentTerms.MonthlyAccount, rates, ref draw).ShouldBe(RefusalReason.OutletClosed);
        RefusalRule.AtDoor(isOpen: true, PaymentTerms.MonthlyAccount, rates, ref draw).ShouldBe(RefusalReason.None);
        RefusalRule.AtDoor(isOpen: true, PaymentTerms.CashOnDelivery, rates, ref draw).ShouldBe(RefusalReason.NoCash);
    }
}
