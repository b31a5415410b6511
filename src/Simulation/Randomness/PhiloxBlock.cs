namespace Territory.Simulation.Randomness;

/// <summary>128 bits as four words, least significant first: a counter going in, random bits coming out.</summary>
public readonly record struct PhiloxBlock(uint X0, uint X1, uint X2, uint X3)
{
    public ulong Low => X0 | ((ulong)X1 << 32);

    public ulong High => X2 | ((ulong)X3 << 32);
}
