using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Gateway.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WeightsAndBudgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CostPerMinute",
                table: "api_keys",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Weight",
                table: "api_keys",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CostPerMinute",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "Weight",
                table: "api_keys");
        }
    }
}
