using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Territory.Model.Dispatch;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Dispatch.Runs;

/// <summary>SHA-256 over all that a run is a function of: the request, how far the day has come, the overrides, the routes to begin with and the options.</summary>
internal static class RunFingerprint
{
    public static string Of(DispatchDay day, DeliveryPlan plan, RunOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Part(string name, ReadOnlySpan<byte> value)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name} {value.Length}\n"));
            hash.AppendData(value);
        }

        Part("run 1", Encoding.UTF8.GetBytes(DeliveryFingerprint.Of(day.Request)));
        Part("progress", JsonSerializer.SerializeToUtf8Bytes(day.Progress));
        Part("overrides", JsonSerializer.SerializeToUtf8Bytes(plan.Overrides));
        Part("routes", JsonSerializer.SerializeToUtf8Bytes(plan.Routes.Select(RouteDraft.Of)));
        // Iterations and the seed are in the provenance, and a time limit only chooses how many are done.
        Part("options", JsonSerializer.SerializeToUtf8Bytes(options with { Seed = 0, Iterations = null, TimeLimit = null }));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
