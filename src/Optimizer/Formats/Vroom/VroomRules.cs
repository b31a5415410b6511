using Territory.Model.Problems;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Formats.Vroom;

/// <summary>Everything that is wrong with a VROOM problem, each with its JSON path.</summary>
internal sealed class VroomRules(VroomInput input, VroomTask[] tasks, VroomTravel travel, string file)
{
    private const long LatestTime = 1L << 40;
    private const long LargestCost = 1L << 30;
    private const int MostTasks = 20_000;

    private readonly ProblemLog log = new(file);

    /// <summary>The rows that every profile in use has.</summary>
    private readonly int rows = (input.Vehicles ?? []).Select(vehicle => vehicle.Profile ?? "car").Distinct().Select(travel.Size).DefaultIfEmpty(int.MaxValue).Min();

    private readonly Dictionary<string, long> longest = [];

    public const string Unsupported = "vroom.unsupported";

    /// <exception cref="InvalidInputException">Something is wrong.</exception>
    public void Require()
    {
        var vehicles = input.Vehicles ?? [];
        Require(vehicles.Count > 0, "vehicles", "At least one vehicle is needed.");
        Require(tasks.Length <= MostTasks, "jobs", $"At most {MostTasks} tasks are read.");
        Require(vehicles.Count <= MostTasks, "vehicles", $"At most {MostTasks} vehicles are read.");
        if (tasks.Length > MostTasks || vehicles.Count > MostTasks)
            log.ThrowIfAny();
        foreach (var profile in vehicles.Select(vehicle => vehicle.Profile ?? "car").Distinct())
            RequireMatrices(profile);
        var dimensions = tasks.SelectMany(task => new[] { task.Delivery, task.Pickup, task.Amount }).Concat(vehicles.Select(vehicle => vehicle.Capacity)).Concat(vehicles.SelectMany(vehicle => vehicle.Breaks ?? []).Select(pause => pause.MaxLoad)).OfType<IReadOnlyList<long>>().Select(load => load.Count).Distinct().ToArray();
        Require(dimensions.Length <= 1, "capacity", "Capacities, amounts and largest loads of breaks must all have the same number of figures.");
        if (dimensions.Any(count => count > Load.MaxDimensions))
            log.Add(Unsupported, $"At most {Load.MaxDimensions} load dimensions are supported.", field: "capacity");
        foreach (var task in tasks)
            RequireTask(task);
        foreach (var twins in tasks.Where(task => task.Step.Id is not null).GroupBy(task => (task.Kind, task.Id)).Where(group => group.Count() > 1))
            log.Add("vroom.id", $"Two tasks of the kind {twins.Key.Kind} have one id.", field: twins.Last().Path + ".id", value: $"{twins.Key.Id}");
        var known = tasks.Select(task => (task.Kind, task.Step.Id)).ToHashSet();
        for (var v = 0; v < vehicles.Count; v++)
            RequireVehicle(vehicles[v], $"vehicles[{v}]", known);
        foreach (var twins in vehicles.GroupBy(vehicle => vehicle.Id).Where(group => group.Key is not null && group.Count() > 1))
            log.Add("vroom.id", "Two vehicles have one id.", field: "vehicles", value: $"{twins.Key}");
        var taken = vehicles.SelectMany(vehicle => vehicle.Steps ?? []).Where(step => step.Type is "job" or "pickup" or "delivery").GroupBy(step => (step.Type, step.Id)).Where(group => group.Count() > 1);
        foreach (var step in taken)
            log.Add("vroom.steps", "A task is a step of two routes, or twice of one.", field: "vehicles", value: $"{step.Key.Type} {step.Key.Id}");
        log.ThrowIfAny();
    }

    private void RequireMatrices(string profile)
    {
        if (travel.IsEstimated)
            return;
        var matrices = travel.MatricesOf(profile);
        if (matrices?.Durations is not { } durations)
        {
            log.Add("vroom.matrices", "Durations of the profile are missing: there is no routing engine here to ask for them. Give them under matrices, or leave out all matrices for an estimate by straight lines.", field: $"matrices.{profile}.durations");
            return;
        }

        foreach (var (name, matrix) in new[] { ("durations", durations), ("distances", matrices.Distances), ("costs", matrices.Costs) })
        {
            if (matrix is null)
                continue;
            Require(matrix.Count == durations.Count, $"matrices.{profile}.{name}", "The matrices of a profile must have one size.");
            for (var row = 0; row < matrix.Count; row++)
            {
                Require(matrix[row]?.Count == matrix.Count, $"matrices.{profile}.{name}[{row}]", "A matrix must be square.");
                Require(matrix[row]?.All(cell => cell is (>= 0 and <= ProblemData.LargestEntry) or VroomMatrices.NoRoad) != false, $"matrices.{profile}.{name}[{row}]", $"An entry must be 0 to {ProblemData.LargestEntry}, or null where there is no road.");
                Require(matrix[row]?.ElementAtOrDefault(row) != VroomMatrices.NoRoad, $"matrices.{profile}.{name}[{row}][{row}]", "A place is reached from itself.");
            }
        }
    }

    private void RequireTask(VroomTask task)
    {
        Require(task.Step.Id is not null, task.Path + ".id", "An id is needed.");
        RequirePlace(task.Step.LocationIndex, task.Step.Location, task.Path, "location", isNeeded: true);
        RequireTime(task.Step.Setup, task.Path + ".setup");
        RequireTime(task.Step.Service, task.Path + ".service");
        foreach (var time in (task.Step.SetupPerType ?? new Dictionary<string, long>()).Values.Concat((task.Step.ServicePerType ?? new Dictionary<string, long>()).Values))
            RequireTime(time, task.Path);
        foreach (var load in new[] { task.Delivery, task.Pickup, task.Amount })
            Require(load?.All(figure => figure is >= 0 and <= LatestTime) != false, task.Path, $"An amount must be 0 to {LatestTime}.");
        Require(task.Priority is >= 0 and <= 100, task.Path + ".priority", "A priority must be 0 to 100.");
        RequireWindows(task.Step.TimeWindows, task.Path + ".time_windows");
    }

    private void RequireVehicle(VroomVehicle vehicle, string path, HashSet<(string Kind, long? Id)> known)
    {
        Require(vehicle.Id is not null, path + ".id", "An id is needed.");
        RequirePlace(vehicle.StartIndex, vehicle.Start, path, "start", isNeeded: false);
        RequirePlace(vehicle.EndIndex, vehicle.End, path, "end", isNeeded: false);
        Require((vehicle.StartIndex ?? vehicle.EndIndex) is not null || (vehicle.Start ?? vehicle.End) is not null, path, "A start or an end is needed.");
        Require(vehicle.Capacity?.All(figure => figure is >= 0 and <= LatestTime) != false, path + ".capacity", $"A capacity must be 0 to {LatestTime}.");
        Require(vehicle.SpeedFactor is null or (> 0 and <= 5), path + ".speed_factor", "A speed factor must be above 0 and at most 5.");
        Require(vehicle.SpeedFactor is null or not (> 0 and < 0.01), path + ".speed_factor", "A speed factor is read to two decimals.");
        Require(LongestAt(vehicle) <= ProblemData.LargestEntry, path + ".speed_factor", $"At this speed no leg may take longer than {ProblemData.LargestEntry}.");
        Require(vehicle.TimeWindow is null or [>= 0, <= LatestTime] && (vehicle.TimeWindow is not { Count: 2 } window || window[0] <= window[1]), path + ".time_window", "A window is [start, end].");
        Require(vehicle.MaxTasks is null or >= 0, path + ".max_tasks", "It must not be negative.");
        Require(vehicle.MaxTravelTime is null or (>= 0 and <= LatestTime), path + ".max_travel_time", "It must not be negative.");
        Require(vehicle.MaxDistance is null or (>= 0 and <= LatestTime), path + ".max_distance", "It must not be negative.");
        var profile = vehicle.Profile ?? "car";
        var costs = vehicle.Costs ?? new VroomCosts();
        foreach (var cost in new[] { costs.Fixed, costs.PerHour ?? 0, costs.PerTaskHour, costs.PerKm })
            Require(cost is >= 0 and <= LargestCost, path + ".costs", $"A cost must be 0 to {LargestCost}.");
        Require((costs.PerKm == 0 && vehicle.MaxDistance is null) || travel.HasDistances(profile), path, $"Costs by distance and a longest distance need matrices.{profile}.distances.");
        Require(!travel.HasCosts(profile) || (costs.PerHour is null && costs.PerKm == 0), path + ".costs", "A profile with a matrix of costs takes none by hour or kilometre.");
        var breaks = vehicle.Breaks ?? [];
        for (var b = 0; b < breaks.Count; b++)
        {
            Require(breaks[b].Id is not null, $"{path}.breaks[{b}].id", "An id is needed.");
            RequireTime(breaks[b].Service, $"{path}.breaks[{b}].service");
            RequireWindows(breaks[b].TimeWindows, $"{path}.breaks[{b}].time_windows");
            Require(breaks[b].MaxLoad?.All(figure => figure is >= 0 and <= LatestTime) != false, $"{path}.breaks[{b}].max_load", $"A load must be 0 to {LatestTime}.");
        }

        Require(breaks.Select(pause => pause.Id).Distinct().Count() == breaks.Count, path + ".breaks", "Two breaks have one id.");
        foreach (var step in vehicle.Steps ?? [])
        {
            var isKnown = step.Type is "start" or "end" || (step.Type == "break" ? breaks.Any(pause => pause.Id == step.Id) : known.Contains((step.Type ?? "", step.Id)));
            if (!isKnown)
                log.Add("vroom.steps", "The step is not known.", field: path + ".steps", value: $"{step.Type} {step.Id}");
        }
    }

    /// <summary>How long the longest leg takes at a vehicle's own speed; 0 where matrices or speed are wrong in themselves.</summary>
    private double LongestAt(VroomVehicle vehicle)
    {
        var profile = vehicle.Profile ?? "car";
        if (vehicle.SpeedFactor is not (>= 0.01 and < 1) || travel.MatricesOf(profile)?.Durations is not { } durations)
            return 0;
        if (!longest.TryGetValue(profile, out var leg))
            longest[profile] = leg = durations.Select(row => row?.DefaultIfEmpty(0).Max() ?? 0).DefaultIfEmpty(0).Max();
        return leg > ProblemData.LargestEntry ? 0 : leg / vehicle.SpeedFactor.Value;
    }

    private void RequirePlace(int? index, IReadOnlyList<double>? point, string path, string name, bool isNeeded)
    {
        if (travel.IsEstimated)
        {
            Require(point is not null || !isNeeded, $"{path}.{name}", "Without matrices coordinates are needed.");
            Require(point is null or [>= -180 and <= 180, >= -90 and <= 90], $"{path}.{name}", "Coordinates are [longitude, latitude] in degrees.");
            return;
        }

        Require(index is not null || !isNeeded, $"{path}.{name}_index", "With matrices the index of its row is needed.");
        Require(index is not { } row || (row >= 0 && row < rows), $"{path}.{name}_index", "The row does not exist.");
        Require(point is null || index is not null, $"{path}.{name}_index", "With matrices the index of its row is needed.");
    }

    private void RequireWindows(IReadOnlyList<IReadOnlyList<long>>? windows, string path)
    {
        if (windows is null)
            return;
        Require(windows.Count > 0, path, "Leave it out where there is none.");
        for (var w = 0; w < windows.Count; w++)
        {
            Require(windows[w] is [>= 0, <= LatestTime] && windows[w][0] <= windows[w][1], $"{path}[{w}]", "A window is [start, end].");
            Require(w == 0 || windows[w - 1] is not [_, var end] || windows[w] is not [var start, _] || end <= start, $"{path}[{w}]", "Windows must follow each other.");
        }
    }

    private void RequireTime(long time, string path) => Require(time is >= 0 and <= LatestTime, path, $"It must be 0 to {LatestTime}.");

    private void Require(bool condition, string path, string rule)
    {
        if (!condition)
            log.Add("vroom.value", rule, field: path);
    }
}
