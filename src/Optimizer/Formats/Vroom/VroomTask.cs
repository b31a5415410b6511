namespace Territory.Optimizer.Formats.Vroom;

/// <summary>A stop of a VROOM problem: a job, or the pickup or delivery of a shipment. Client c of the problem is task c.</summary>
/// <param name="Kind">"job", "pickup" or "delivery".</param>
/// <param name="Path">Its place in the file.</param>
/// <param name="Delivery">Brought from the start of the route.</param>
/// <param name="Pickup">Taken to the end of the route.</param>
/// <param name="Amount">Of a shipment; carried from its pickup to its delivery.</param>
internal sealed record VroomTask(string Kind, VroomJob Step, string Path, IReadOnlyList<int> Skills, int Priority, IReadOnlyList<long>? Delivery, IReadOnlyList<long>? Pickup, IReadOnlyList<long>? Amount)
{
    public long Id => Step.Id ?? 0;

    public static VroomTask[] Of(VroomInput input)
    {
        var jobs = (input.Jobs ?? []).Select((job, i) => new VroomTask("job", job, $"jobs[{i}]", job.Skills ?? [], job.Priority, job.Delivery ?? job.Amount, job.Pickup, null));
        var shipments = (input.Shipments ?? []).SelectMany((shipment, i) => new[]
        {
            new VroomTask("pickup", shipment.Pickup ?? new VroomJob(), $"shipments[{i}].pickup", shipment.Skills ?? [], shipment.Priority, null, null, shipment.Amount),
            new VroomTask("delivery", shipment.Delivery ?? new VroomJob(), $"shipments[{i}].delivery", shipment.Skills ?? [], shipment.Priority, null, null, shipment.Amount),
        });
        return [.. jobs, .. shipments];
    }
}
