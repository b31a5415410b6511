using Territory.Model.Schedules;

namespace Territory.Cli.Plans;

/// <summary>What the command line calls the policies.</summary>
internal static class PolicyNames
{
    public const string OrderUpTo = "order-up-to";
    public const string MaximumLevel = "maximum-level";

    public static string Of(ReplenishmentPolicy policy) => policy == ReplenishmentPolicy.OrderUpTo ? OrderUpTo : MaximumLevel;

    public static ReplenishmentPolicy Parse(string name) => name == OrderUpTo ? ReplenishmentPolicy.OrderUpTo : ReplenishmentPolicy.MaximumLevel;
}
