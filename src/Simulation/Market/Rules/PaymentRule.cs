using Territory.Model.Payments;
using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.Simulation.Market.Rules;

/// <summary>When an outlet pays what it owes, by its terms (结款方式).</summary>
public static class PaymentRule
{
    /// <summary>Paid to the driver: everything delivered, by an outlet that pays cash.</summary>
    public static Money AtDelivery(PaymentTerms terms, Money delivered) => terms == PaymentTerms.CashOnDelivery ? delivered : Money.Zero;

    /// <summary>
    /// Paid to the rep: all that is owed by an outlet that settles at the next visit; all that is owed by a monthly account whose oldest
    /// delivery is from an earlier month.
    /// </summary>
    public static Money AtVisit(PaymentTerms terms, Money outstanding, DateOnly? oldestUnpaidOn, DateOnly today) => terms switch
    {
        PaymentTerms.NextVisit => outstanding,
        PaymentTerms.MonthlyAccount when oldestUnpaidOn is { } oldest && (oldest.Year, oldest.Month) != (today.Year, today.Month) => outstanding,
        _ => Money.Zero,
    };

    public static PaymentMethod Method(PaymentTerms terms) => terms switch
    {
        PaymentTerms.CashOnDelivery => PaymentMethod.Cash,
        PaymentTerms.MonthlyAccount => PaymentMethod.BankTransfer,
        _ => PaymentMethod.MobilePayment,
    };
}
