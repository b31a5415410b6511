namespace Territory.Simulation.KnownAnswers.BeerGame;

/// <summary>Plays a beer game by the board's own steps.</summary>
/// <remarks>
/// A week: beer arrives and shipments move on; orders that have come in are filled as far as stock goes, the rest is owed; stock and debt are
/// priced; order slips move on and the factory starts to brew its last order; everybody orders. Quantities are not rounded.
/// Source: Sterman 1989, section 2; the steps as in Edali and Yasarcan: "A mathematical model of the beer game", JASSS 17(4), 2014, which
/// reproduces Sterman's benchmark costs, as this does.
/// </remarks>
public static class BeerGamePlay
{
    private const int Factory = BeerGameSetup.Stages - 1;

    /// <returns>One outcome a stage, the retailer first.</returns>
    public static IReadOnlyList<StageOutcome> Play(BeerGameSetup setup)
    {
        var stages = setup.Policies.Select(policy => new Stage(policy, setup)).ToArray();
        if (stages.Length != BeerGameSetup.Stages || setup.Demand.Count == 0)
            throw new ArgumentException("A beer game has four policies and a demand.", nameof(setup));
        for (var week = 1; week <= setup.Weeks; week++)
        {
            foreach (var stage in stages)
                stage.Receive();
            stages[0].Incoming = setup.Demand[Math.Min(week, setup.Demand.Count) - 1];
            for (var index = 0; index < stages.Length; index++)
            {
                var filled = stages[index].Fill();
                if (index > 0)
                    stages[index - 1].Ship(filled);
            }

            foreach (var stage in stages)
                stage.Price(setup);
            stages[Factory].Ship(stages[Factory].Placed);
            for (var index = Factory; index > 0; index--)
                stages[index].NextIncoming = stages[index - 1].Placed;
            for (var index = 0; index < stages.Length; index++)
            {
                // The factory's supplier never owes anything.
                var owed = index == Factory ? 0 : stages[index + 1].Backlog + stages[index + 1].NextIncoming;
                stages[index].Place(week, owed, week <= setup.WeeksHeld ? setup.InitialPipeline : null);
            }

            foreach (var stage in stages)
                stage.Incoming = stage.NextIncoming;
        }

        return [.. stages.Select(stage => stage.Outcome)];
    }

    private sealed class Stage(OrderPolicy policy, BeerGameSetup setup)
    {
        private readonly List<double> orders = [];
        private readonly List<double> netInventory = [];
        private double inventory = setup.InitialInventory;
        private double arriving = setup.InitialPipeline;
        private double behind = setup.InitialPipeline;
        private double expected = setup.InitialPipeline;
        private double holdingCost;
        private double backlogCost;

        public double Backlog { get; private set; }

        public double Incoming { get; set; } = setup.InitialPipeline;

        public double NextIncoming { get; set; }

        /// <summary>The order of last week, on its way since.</summary>
        public double Placed { get; private set; } = setup.InitialPipeline;

        public StageOutcome Outcome => new(holdingCost, backlogCost, orders, netInventory);

        public void Receive()
        {
            inventory += arriving;
            arriving = behind;
            behind = 0;
        }

        public double Fill()
        {
            var due = Incoming + Backlog;
            var filled = Math.Min(due, inventory);
            inventory -= filled;
            Backlog = due - filled;
            return filled;
        }

        public void Ship(double cases) => behind += cases;

        public void Price(BeerGameSetup setup)
        {
            holdingCost += setup.HoldingCost * inventory;
            backlogCost += setup.BacklogCost * Backlog;
            netInventory.Add(inventory - Backlog);
        }

        /// <param name="owed">By the supplier, or on a slip on its way to it.</param>
        /// <param name="held">What is ordered while orders are held.</param>
        public void Place(int week, double owed, double? held)
        {
            expected = (policy.Smoothing * Incoming) + ((1 - policy.Smoothing) * expected);
            var situation = new StageSituation(week, Incoming, expected, inventory - Backlog, arriving + behind + owed);
            Placed = held ?? Math.Max(0, policy.Order(situation));
            orders.Add(Placed);
        }
    }
}
