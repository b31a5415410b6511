namespace Territory.Simulation.Lab.Rules;

/// <summary>Our part of what is bought in a terminal that has us, by what else stands there (店内选择, compromised demand).</summary>
/// <remarks>
/// share = pull / (pull + rivals' pull), a rival brand's being 1 unless it pushes harder. Alone on the shelf we get all; beside one rival, the preference pull / (pull + 1). Over terminals in
/// which we are available with chance a and the rival with chance b this averages to [a(1 - b) + a b preference] / [1 - (1 - a)(1 - b)] of what is
/// bought. As small terminals carry fewer rivals, share rises faster than distribution where distribution grows from the large to the small.
/// Source: domain notes 5.1 (derived); Reibstein and Farris: "Market share and distribution", Marketing Science 14, 1995.
/// </remarks>
public static class ShelfShare
{
    public static double Of(double ownPull, double rivalPull) => ownPull / (ownPull + rivalPull);
}
