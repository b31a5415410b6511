using Territory.Dashboard.Hosting;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.People;

/// <summary>Which scope each role needs, and that what it names exists. Otherwise the person could see nothing, so it is asked for when they are invited or changed.</summary>
public sealed class ScopeRules(RegionQueries regions)
{
    /// <summary>What the role asks for and the person has not.</summary>
    public static List<RequestProblem> ProblemsOf(Person person)
    {
        var problems = new List<RequestProblem>();
        switch (person.Role)
        {
            case Role.Administrator or Role.Planner:
                break;
            case Role.Dispatcher or Role.Supervisor:
                Need(person.Region, "region");
                Need(person.Distributor, "distributor");
                break;
            case Role.Rep:
                Need(person.Region, "region");
                Need(person.Rep, "rep");
                break;
            case Role.Driver:
                Need(person.Region, "region");
                Need(person.Vehicle, "vehicle");
                break;
        }

        return problems;

        void Need(string? value, string field)
        {
            if (string.IsNullOrWhiteSpace(value))
                problems.Add(new RequestProblem($"person.{field}", $"A {person.Role.ToString().ToLowerInvariant()} needs a {field}.", field, value));
        }
    }

    /// <summary>What the role asks for and the person has not, and whatever is named that does not exist.</summary>
    public async Task<List<RequestProblem>> FindProblemsAsync(Person person, CancellationToken cancellationToken)
    {
        var problems = ProblemsOf(person);
        var region = person.Region is { } named ? await regions.FindAsync(ReadScope.WholeRegion(new RegionId(named)), cancellationToken) : null;
        if (region is null && person.Region is not null)
            Add("region", person.Region, "There is no such region.");
        Check("distributor", person.Distributor, region?.Distributors.Select(file => file.Id.Value));
        Check("rep", person.Rep, region?.Reps.Select(file => file.Id.Value));
        Check("vehicle", person.Vehicle, region?.Vehicles.Select(file => file.Id.Value));
        return problems;

        void Check(string field, string? id, IEnumerable<string>? known)
        {
            if (id is not null && known?.Contains(id, StringComparer.Ordinal) != true)
                Add(field, id, known is null ? $"A {field} belongs to a region; name that too." : $"The region has no such {field}.");
        }

        void Add(string field, string value, string rule)
        {
            if (!problems.Exists(problem => problem.Field == field))
                problems.Add(new RequestProblem($"person.{field}", rule, field, value));
        }
    }
}
