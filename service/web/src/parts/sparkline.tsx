// How the events of a story lie in its span, as small bars.

export function Sparkline({counts, label}: {counts: number[]; label: string}) {
    const most = Math.max(...counts, 1);
    const step = 100 / counts.length;
    return (
        <svg class="sparkline" viewBox="0 0 100 28" preserveAspectRatio="none" role="img" aria-label={label}>
            <line x1="0" x2="100" y1="27.5" y2="27.5" />
            {counts.map((count, n) => {
                const height = count === 0 ? 0 : Math.max(2, (Math.sqrt(count) / Math.sqrt(most)) * 26);
                return <rect key={n} x={n * step + step * 0.12} width={step * 0.76} y={27.5 - height} height={height} />;
            })}
        </svg>
    );
}
