using System.Text.Json.Nodes;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>Random problems in VROOM's JSON with all that the format can say.</summary>
internal static class VroomTown
{
    private const int Jobs = 14;
    private const int Shipments = 3;

    public static string Of(int seed)
    {
        var random = new Random(seed);
        bool Some(int oneIn = 3) => random.Next(oneIn) == 0;
        var places = Jobs + (2 * Shipments) + 2;
        var points = Enumerable.Range(0, places).Select(_ => (X: random.Next(6_000), Y: random.Next(6_000))).ToArray();
        JsonArray Matrix(double factor) => new([.. points.Select(a => (JsonNode)new JsonArray([.. points.Select(b => (JsonNode)(long)(factor * double.Hypot(a.X - b.X, a.Y - b.Y)))]))]);
        JsonArray Load(int most) => new(random.Next(most), random.Next(most));
        JsonArray Windows() => Some(2) ? new JsonArray(new JsonArray(28_800, 36_000 + random.Next(3_000))) : new JsonArray(new JsonArray(29_000, 31_000), new JsonArray(33_000, 40_000));
        JsonObject Step(int id, int place)
        {
            // Some tasks share a place, where set-up is spent once.
            var step = new JsonObject { ["id"] = id, ["location_index"] = Some(4) ? 2 : place, ["service"] = random.Next(300), ["setup"] = random.Next(60) };
            if (Some())
                step["time_windows"] = Windows();
            if (Some())
                step["service_per_type"] = new JsonObject { ["van"] = random.Next(400) };
            return step;
        }

        JsonObject Job(int i)
        {
            var job = Step(i, i + 2);
            job["delivery"] = Load(8);
            job["priority"] = random.Next(101);
            if (Some())
                job["pickup"] = Load(5);
            if (Some(5))
                job["skills"] = new JsonArray(1);
            return job;
        }

        JsonObject Vehicle(int i)
        {
            var vehicle = new JsonObject { ["id"] = 10 + i, ["start_index"] = i % 2, ["capacity"] = new JsonArray(25, 30), ["time_window"] = new JsonArray(28_800, 28_800 + (3_600 * (2 + random.Next(4)))) };
            if (Some(2))
                vehicle["end_index"] = 0;
            if (Some(2))
                vehicle["skills"] = new JsonArray(1, 2);
            if (Some(2))
                vehicle["type"] = "van";
            if (Some())
                vehicle["profile"] = "bike";
            if (Some())
                vehicle["speed_factor"] = 0.75;
            if (Some())
                vehicle["max_tasks"] = 6;
            if (Some())
                vehicle["max_travel_time"] = 4_000;
            if (Some())
                vehicle["max_distance"] = 30_000;
            if (Some(2))
                vehicle["costs"] = new JsonObject { ["fixed"] = random.Next(2_000), ["per_hour"] = 1_000 + random.Next(5_000), ["per_km"] = random.Next(500), ["per_task_hour"] = random.Next(2_000) };
            if (Some(2))
                vehicle["breaks"] = new JsonArray(new JsonObject { ["id"] = 1, ["service"] = 600, ["time_windows"] = new JsonArray(new JsonArray(30_000, 33_000)), ["max_load"] = new JsonArray(20, 25) });
            return vehicle;
        }

        return new JsonObject
        {
            ["jobs"] = new JsonArray([.. Enumerable.Range(0, Jobs).Select(i => (JsonNode)Job(i))]),
            ["shipments"] = new JsonArray([.. Enumerable.Range(0, Shipments).Select(i => (JsonNode)new JsonObject
            {
                ["amount"] = Load(6), ["priority"] = random.Next(50), ["pickup"] = Step(i, Jobs + (2 * i) + 2), ["delivery"] = Step(i, Jobs + (2 * i) + 3),
            })]),
            ["vehicles"] = new JsonArray([.. Enumerable.Range(0, 4).Select(i => (JsonNode)Vehicle(i))]),
            ["matrices"] = new JsonObject
            {
                ["car"] = new JsonObject { ["durations"] = Matrix(0.12), ["distances"] = Matrix(1) },
                ["bike"] = new JsonObject { ["durations"] = Matrix(0.2), ["distances"] = Matrix(0.9) },
            },
        }.ToJsonString();
    }
}
