using Territory.Optimizer.Randomness;

namespace Territory.Optimizer.Inventory;

/// <summary>Chooses who is taken out of the whole horizon together: neighbours on the map, a string of one route, or anybody.</summary>
/// <remarks>Source: adjacent strings and radial ruin after Schrimpf et al., Record breaking optimization results using the ruin and recreate principle (2000); sizes and their odds are measured on the published instances.</remarks>
internal sealed class ScheduleRuin(DraftProblem data, Xoshiro256 random)
{
    private const int MostRemoved = 10;

    private readonly bool[] isChosen = new bool[data.Width];
    private readonly List<int> chosen = [];

    /// <returns>Customers in random order.</returns>
    public IReadOnlyList<int> Choose(Draft draft)
    {
        foreach (var customer in chosen)
            isChosen[customer] = false;
        chosen.Clear();
        var wanted = 1 + random.Next(Math.Min(MostRemoved, data.Customers));
        switch (random.Next(4))
        {
            case 0:
                Anybody(wanted);
                break;
            case 1:
                String(draft, wanted);
                break;
            default:
                Neighbours(wanted);
                break;
        }

        for (var i = chosen.Count - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (chosen[i], chosen[other]) = (chosen[other], chosen[i]);
        }

        return chosen;
    }

    private void Anybody(int wanted)
    {
        for (var i = 0; i < wanted; i++)
            Take(1 + random.Next(data.Customers));
    }

    private void Neighbours(int wanted)
    {
        var centre = 1 + random.Next(data.Customers);
        Take(centre);
        foreach (var neighbour in data.Neighbours[centre])
        {
            if (chosen.Count >= wanted)
                break;
            // Not always the same ones.
            if (random.Next(4) > 0)
                Take(neighbour);
        }
    }

    /// <summary>Stops that follow each other on a route.</summary>
    private void String(Draft draft, int wanted)
    {
        var route = random.Next(data.Routes);
        for (var tried = 0; tried < data.Routes && draft.StopCount[route] == 0; tried++)
            route = (route + 1) % data.Routes;
        if (draft.StopCount[route] == 0)
        {
            Anybody(wanted);
            return;
        }

        var row = route / data.Vehicles * data.Width;
        var stop = draft.First[route];
        for (var skip = random.Next(Math.Max(1, draft.StopCount[route] - wanted + 1)); skip > 0; skip--)
            stop = draft.Next[row + stop];
        for (; stop != 0 && chosen.Count < wanted; stop = draft.Next[row + stop])
            Take(stop);
    }

    private void Take(int customer)
    {
        if (isChosen[customer])
            return;
        isChosen[customer] = true;
        chosen.Add(customer);
    }
}
