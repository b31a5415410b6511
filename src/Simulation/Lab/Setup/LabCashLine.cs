namespace Territory.Simulation.Lab.Setup;

/// <summary>Cash and debts of a day in minor units: balances in the morning and in the evening, and the payments between them.</summary>
/// <param name="TerminalCashBefore">All terminals together: what consumers paid less what was paid for goods.</param>
/// <param name="ConsumersPaid">For the units sold, at retail price.</param>
/// <param name="Invoiced">Goods delivered to terminals, owed to the distributor.</param>
/// <param name="TerminalsPaid">To the distributor.</param>
/// <param name="FactoryInvoiced">Goods arrived at the depot, owed to the company.</param>
/// <param name="DistributorPaid">To the company.</param>
/// <param name="DistributorSpent">Warehouse.</param>
/// <param name="CompanySpent">Goods made, reps, vehicles, promotions.</param>
public readonly record struct LabCashLine(
    long TerminalCashBefore, long DistributorCashBefore, long CompanyCashBefore, long TerminalDebtBefore, long DistributorDebtBefore,
    long TerminalCash, long DistributorCash, long CompanyCash, long TerminalDebt, long DistributorDebt,
    long ConsumersPaid, long Invoiced, long TerminalsPaid, long FactoryInvoiced, long DistributorPaid, long DistributorSpent, long CompanySpent)
{
    public long Difference =>
        Math.Abs(TerminalCashBefore + ConsumersPaid - TerminalsPaid - TerminalCash)
        + Math.Abs(DistributorCashBefore + TerminalsPaid - DistributorPaid - DistributorSpent - DistributorCash)
        + Math.Abs(CompanyCashBefore + DistributorPaid - CompanySpent - CompanyCash)
        + Math.Abs(TerminalDebtBefore + Invoiced - TerminalsPaid - TerminalDebt)
        + Math.Abs(DistributorDebtBefore + FactoryInvoiced - DistributorPaid - DistributorDebt);
}
