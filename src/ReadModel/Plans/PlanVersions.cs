using Territory.Contracts.Plans;
using Territory.Contracts.Serialization;
using Territory.Journal;
using Territory.Model.Plans;

namespace Territory.ReadModel.Plans;

/// <summary>Reads versions of a day's deliveries: the latest from the state, older ones from the stream.</summary>
public static class PlanVersions
{
    /// <summary>A version with the status it has now; null where the day has no such version.</summary>
    public static async ValueTask<DeliveryPlan?> FindAsync(IJournal journal, string key, DeliveryPlanState? state, int version, CancellationToken cancellationToken)
    {
        if (state?.Versions.FirstOrDefault(header => header.Version == version) is not { } header)
            return null;
        if (state.Latest.Version == version)
            return state.Latest;
        if (state.Published?.Version == version)
            return state.Published;
        // Every version is an event, so that as many events as there are older versions lie before it, and few others.
        await foreach (var entry in journal.ReadStreamAsync(StreamId.Of(DeliveryPlanState.Kind, key), version - 1, cancellationToken))
        {
            var plan = EventCodec.Decode(entry.Alias, entry.Payload.Span) switch
            {
                DeliveryPlanProposed proposed => proposed.Plan,
                DeliveryPlanSetAside aside => aside.Plan,
                _ => null,
            };
            if (plan?.Version == version)
                return plan with { Status = header.Status };
        }

        throw new InvalidOperationException($"The stream of the delivery plan {key} does not hold its version {version}.");
    }
}
