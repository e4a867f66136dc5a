using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Gateway.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WeightsAndBudgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CostPerMinute",
                schema: "gateway",
                table: "api_keys",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Weight",
                schema: "gateway",
                table: "api_keys",
                type: "integer",
                nullable: false,
                defaultValue: 1);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CostPerMinute",
                schema: "gateway",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "Weight",
                schema: "gateway",
                table: "api_keys");
        }
    }
}
