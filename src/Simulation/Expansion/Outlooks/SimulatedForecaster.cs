using Territory.Model.Quantities;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>Outlooks from simulated days: the region's own terminals under the template's cadence, prices and costs, by the lab's rules.</summary>
/// <remarks>
/// A replication is a run of the lab with a seed of its own, the same at every level of staffing, in the state of the world that the curves would meet
/// (<see cref="StateOfTheWorld"/>): speed multiplies the adoption hazards, velocity our pull on shoppers, cost what people and vehicles take. Cash is the
/// company's, paid after the credit weeks, less launch cost of each terminal won and the set-up. Leadership as with the curves: our share over the largest
/// rival's part of what is left. Trained reps are the template's. The rules should be fitted to the template market first (docs/scenarios.md).
/// </remarks>
public sealed record SimulatedForecaster(SimulatedMarket Market, OutlookUncertainty Uncertainty, DateOnly FirstDay) : IRegionForecaster
{
    private const int DaysPerWeek = 7;

    /// <summary>Runs at once; it never changes a result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    public RegionOutlook Forecast(ForecastRequest request, CancellationToken cancellationToken = default)
    {
        var rival = new RivalMap(request.Region).Leader?.Share ?? 0;
        var setting = new SimulatedRegion(Market, request, FirstDay);
        return new RegionOutlook(request.Region.Id, request.Weeks, request.Replications, [.. Team.Of(request).Select(team => Level(request, team, setting, rival, cancellationToken))]);
    }

    /// <summary>What is wrong with the market's rules and figures in a region, before anything runs.</summary>
    public IReadOnlyList<LabProblem> Problems(ForecastRequest request) =>
        LabSetupCheck.Problems(new SimulatedRegion(Market, request, FirstDay).Setup(Team.Of(request).First(), new StateOfTheWorld(1, 1, 1)));

    private StaffingOutlook Level(ForecastRequest request, Team team, SimulatedRegion setting, double rival, CancellationToken cancellationToken)
    {
        var cash = new long[request.Replications * request.Weeks];
        var handling = new float[request.Replications * request.Weeks];
        var leadership = new int[request.Replications];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellationToken };
        Parallel.For(0, request.Replications, parallel, replication =>
        {
            var world = StateOfTheWorld.Draw(request, replication, Uncertainty);
            var run = LabSimulator.Run(setting.Setup(team, world), new LabRunOptions(ReplicationSeeds.Of(unchecked((ulong)request.Seed), replication), CancellationToken: cancellationToken));
            var row = replication * request.Weeks;
            leadership[replication] = Read(run.Regions[0].Weeks, request, world, rival, cash.AsSpan(row, request.Weeks), handling.AsSpan(row, request.Weeks));
        });
        return new StaffingOutlook
        {
            Level = team.Level,
            Reps = team.Reps,
            Vehicles = team.Vehicles,
            StaffingRatio = team.Ratio,
            TrainedByAge = [.. Enumerable.Range(0, request.Weeks).Select(age => request.Template.Training.FromRegion(team.Reps, age))],
            NetCashMinorUnits = cash,
            Handling = handling,
            LeadershipAges = leadership,
        };
    }

    private static int Read(IReadOnlyList<LabWeek> weeks, ForecastRequest request, StateOfTheWorld world, double rival, Span<long> cash, Span<float> handling)
    {
        var (leads, cashBefore, adoptedBefore) = (StaffingOutlook.Never, 0L, request.Region.Terminals.Count(terminal => terminal.OwnShare > 0));
        for (var age = 0; age < cash.Length; age++)
        {
            var week = weeks[age];
            var launched = Math.Max(0, week.Adopted - adoptedBefore) * request.Template.LaunchPerTerminal.MinorUnits * world.Cost;
            var setUp = age == 0 ? request.Template.SetUpCost.MinorUnits * world.Cost : 0;
            cash[age] = week.Cash.MinorUnits - cashBefore - (long)Math.Round(launched + setUp);
            handling[age] = week.Adopted;
            cashBefore = week.Cash.MinorUnits;
            adoptedBefore = Math.Max(adoptedBefore, week.Adopted);
            if (leads == StaffingOutlook.Never && week.Share > 0 && week.Share > rival * (1 - week.Share) / Math.Max(1e-9, 1 - request.Region.OwnShare))
                leads = age;
        }

        return leads;
    }

    /// <summary>A candidate region as the lab is given it; only people, vehicles and the state of the world change from run to run.</summary>
    private sealed class SimulatedRegion
    {
        private const int WorkingDaysPerWeek = 5;
        private const int DaysPerCycle = 28;

        private static readonly bool[] WorkingDays = [true, true, true, true, true, false, false];

        private readonly SimulatedMarket market;
        private readonly ForecastRequest request;
        private readonly DateOnly firstDay;
        private readonly LabTerminals terminals;
        private readonly LabCells cells;
        private readonly LabProduct product;

        public SimulatedRegion(SimulatedMarket market, ForecastRequest request, DateOnly firstDay)
        {
            (this.market, this.request, this.firstDay) = (market, request, firstDay);
            (terminals, cells) = SimulatedCensus.Of(request.Region, market.UnitsPerCase);
            var template = request.Template;
            product = new LabProduct
            {
                Id = template.Name,
                UnitsPerCase = market.UnitsPerCase,
                CostPerCase = template.CostPerCase,
                FactoryPerCase = template.Prices.FactoryPerCase,
                ChannelPerCase = template.Prices.TerminalPerCase,
                RetailPerUnit = new Money(Math.Max(1, template.Prices.RetailPerCase.MinorUnits / market.UnitsPerCase)),
            };
        }

        public LabSetup Setup(Team team, StateOfTheWorld world) => new()
        {
            FirstDay = firstDay,
            Days = request.Weeks * DaysPerWeek,
            Products = [product],
            Rules = market.Rules with
            {
                Adoption = new LabAdoption(
                    market.Rules.Adoption.PerCall * world.Speed, market.Rules.Adoption.Neighbours * world.Speed, market.Rules.Adoption.Coverage * world.Speed),
            },
            Regions =
            [
                new LabRegion
                {
                    Id = request.Region.Id,
                    Terminals = terminals,
                    Cells = cells,
                    Distributor = new LabDistributor
                    {
                        FactoryCreditDays = request.Template.CreditWeeks * DaysPerWeek,
                        OpeningCash = market.DistributorCash,
                        CreditLine = market.DistributorCredit,
                    },
                    FieldForce = FieldForce(team, world.Cost),
                    Fleet = new LabFleet
                    {
                        Vehicles = team.Vehicles,
                        CasesPerDay = (int)Math.Ceiling(request.Template.CasesPerVehicleWeek / WorkingDaysPerWeek),
                        CostPerVehicleDay = Scaled(request.Template.VehiclePerWeek, world.Cost),
                        CostPerKilometre = Money.Zero,
                    },
                    FieldCosts = new LabFieldCosts { CallMinutes = MinutesPerCall(), CallFixedMinutes = 0, CallMinutesPerRoot = 0 },
                    Rivals = new LabRivals { OwnPull = market.OwnPull * world.Velocity, BrandsPerTerminal = market.RivalBrands },
                },
            ],
        };

        // The way to a call is part of it here: the template's, or the region's own as it was laid over it.
        private double MinutesPerCall() => Math.Max(1, request.Fit.VisitsPerCycle > 0 ? request.Fit.MinutesPerCycle / request.Fit.VisitsPerCycle : 1);

        private LabFieldForce FieldForce(Team team, double cost) => new()
        {
            Staffing = [new LabStaffing(firstDay, team.Reps)],
            DaysBetweenCalls = [.. Enum.GetValues<Territory.Model.Terminals.TerminalClass>().Select(size => request.Template.Of(size) is { VisitsPerCycle: > 0 } norm ? Math.Max(1, DaysPerCycle / norm.VisitsPerCycle) : 0)],
            WorkingDays = WorkingDays,
            MinutesPerDay = request.Template.MinutesPerDay * request.Template.Utilisation,
            // Who is sent out has been trained.
            OpeningPractice = market.TrainedPractice,
            TrainedPractice = market.TrainedPractice,
            CostPerRepDay = Scaled(request.Template.PersonnelPerRepWeek, cost),
            CostPerKilometre = Money.Zero,
        };

        private static Money Scaled(Money perWeek, double cost) => new((long)Math.Round(perWeek.MinorUnits * cost / WorkingDaysPerWeek));
    }
}
