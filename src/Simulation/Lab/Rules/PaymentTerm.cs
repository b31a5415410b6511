namespace Territory.Simulation.Lab.Rules;

/// <summary>When a debt is paid (账期): on the evening so many days after it was made.</summary>
/// <remarks>due = day + credit days; a term of 0 pays on the same evening. Source: standard trade credit.</remarks>
public static class PaymentTerm
{
    public static int DueDay(int day, int creditDays) => day + creditDays;
}
