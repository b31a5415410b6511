using System.Text.Json;
using Territory.Model.Plans;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>Plans as text, so that two may be compared in every figure.</summary>
internal static class PlanJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public static string Of<T>(T document) => JsonSerializer.Serialize(document, Options);

    public static void ShouldBeAsIs(DeliveryPlan actual, DeliveryPlan expected, string because) => Of(actual).ShouldBe(Of(expected), because);
}
